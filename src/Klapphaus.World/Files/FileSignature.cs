using System.Buffers.Binary;

namespace Klapphaus.World.Files;

/// <summary>Tells by its first bytes what a file is. Its name, and what its sender says of it, count for nothing.</summary>
public static class FileSignature
{
    /// <summary>So many bytes from the front are enough.</summary>
    public const int Head = 4096;

    /// <summary>An MP4 names what it is compatible with in its first box; nobody needs more than that for it.</summary>
    const int LongestBrands = 1024;

    static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];

    static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    /// <summary>The kind; null for what is none of ours, and for office files, which only their directory tells apart (<see cref="IsZip"/>).</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-1."u8) || head.StartsWith("%PDF-2."u8)) return FileKind.Pdf;
        if (head.StartsWith(Png)) return FileKind.Png;
        if (head.StartsWith(Jpeg)) return FileKind.Jpeg;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return FileKind.Gif;
        if (IsWebP(head)) return FileKind.WebP;
        if (IsMp4(head)) return FileKind.Mp4;
        return Ebml.DocType(head).SequenceEqual("webm"u8) ? FileKind.WebM : null;
    }

    /// <summary>Whether it begins as a zip that has something in it.</summary>
    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8);

    static bool IsWebP(ReadOnlySpan<byte> head) => head.Length >= 16 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBPVP8"u8);

    /// <summary>The major brand decides: a film of a telephone is an MP4 or it is a QuickTime film, which browsers do not play.</summary>
    static bool IsMp4(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16 || !head[4..].StartsWith("ftyp"u8)) return false;
        if (BinaryPrimitives.ReadUInt32BigEndian(head) is < 16 or > LongestBrands) return false;
        var brand = head[8..12];
        return brand.StartsWith("iso"u8) || brand.StartsWith("mp4"u8)
            || brand.SequenceEqual("avc1"u8) || brand.SequenceEqual("M4V "u8) || brand.SequenceEqual("MSNV"u8) || brand.SequenceEqual("dash"u8);
    }
}
