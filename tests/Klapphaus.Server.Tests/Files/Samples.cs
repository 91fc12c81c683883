using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Klapphaus.Server.Tests.Files;

/// <summary>Files as programs write them, and as nobody should.</summary>
static class Samples
{
    /// <summary>What stands in the hidden data of <see cref="Photo"/>, beside the place where it was taken.</summary>
    public const string HiddenWords = "Aufgenommen bei mir zu Hause";

    /// <summary>A PDF of that many bytes, each time another.</summary>
    public static byte[] Pdf(int length)
    {
        var content = new byte[length];
        Random.Shared.NextBytes(content);
        "%PDF-1.7\n"u8.CopyTo(content);
        "\n%%EOF\n"u8.CopyTo(content.AsSpan(length - 7));
        return content;
    }

    /// <summary>A picture whose corners, from the upper left one clockwise, are red, green, blue and white.</summary>
    public static byte[] Picture(SKEncodedImageFormat format, int width = 64, int height = 32)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            var (x, y) = (width / 2, height / 2);
            foreach (var (left, top, colour) in new[] { (0, 0, SKColors.Red), (x, 0, SKColors.Lime), (x, y, SKColors.Blue), (0, y, SKColors.White) })
            {
                using var paint = new SKPaint { Color = colour };
                canvas.DrawRect(left, top, x, y, paint);
            }
        }
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A picture in which no two points have to do with each other: none is packed smaller.</summary>
    public static byte[] Noise(int size)
    {
        using var bitmap = new SKBitmap(size, size, SKColorType.Rgba8888, SKAlphaType.Opaque);
        Random.Shared.NextBytes(bitmap.GetPixelSpan());
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The same as a camera stores it that was held in some way (1 to 8), with the place and some words in its hidden data.</summary>
    public static byte[] Photo(int orientation)
    {
        var words = Encoding.ASCII.GetBytes(HiddenWords + "\0");
        var exif = new byte[8 + 2 + 3 * 12 + 4 + words.Length + 2 + 12 + 4];
        "MM\0*"u8.CopyTo(exif);
        BinaryPrimitives.WriteUInt32BigEndian(exif.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(8), 3);
        var (text, place) = (8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + words.Length);
        Tag(exif, 10, 0x010E, type: 2, words.Length, (uint)text);
        Tag(exif, 22, 0x0112, type: 3, 1, (uint)orientation << 16);
        Tag(exif, 34, 0x8825, type: 4, 1, (uint)place);
        words.CopyTo(exif, text);
        BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(place), 1);
        Tag(exif, place + 2, 0x0001, type: 2, 2, (uint)'N' << 24); // north of the equator

        var plain = Picture(SKEncodedImageFormat.Jpeg);
        byte[] head = [0xFF, 0xE1, 0, 0, .. "Exif\0\0"u8];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)(head.Length - 2 + exif.Length));
        return [.. plain[..2], .. head, .. exif, .. plain[2..]];
    }

    /// <summary>Some hundred bytes that say of themselves to be a picture of that size.</summary>
    public static byte[] HugePng(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(new byte[width + 1]);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    public static byte[] Gif() =>
        [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    public static byte[] Mp4() => [0, 0, 0, 24, .. "ftypmp42"u8, 0, 0, 0, 0, .. "mp42isom"u8, 0, 0, 0, 8, .. "mdat"u8];

    public static byte[] WebM() => [0x1A, 0x45, 0xDF, 0xA3, 0x8B, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x84, .. "webm"u8, 0x18, 0x53, 0x80, 0x67, 0x80];

    public static byte[] Docx() => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>"));

    public static byte[] Pptx() => Zip(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<presentation/>"), ("ppt/slides/slide1.xml", "<slide/>"));

    public static byte[] Xlsx() => Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"));

    public static byte[] Odt() => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<content/>"));

    public static byte[] Odp() => Zip(("mimetype", "application/vnd.oasis.opendocument.presentation"), ("content.xml", "<content/>"));

    public static byte[] WithMacros() => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>"), ("word/vbaProject.bin", "Sub AutoOpen()"));

    public static byte[] PlainZip() => Zip(("setup.exe", "MZ"));

    /// <summary>A text document out of which 80 MB come, and which is a thousandth of that.</summary>
    public static byte[] ZipBomb() => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", new string(' ', 80_000_000)));

    public static byte[] Html() => Encoding.UTF8.GetBytes("<!DOCTYPE html><title>Rechnung</title><script>alert(document.cookie)</script>");

    public static byte[] Svg() => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

    static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return target.ToArray();
    }

    static void Tag(byte[] exif, int at, int tag, int type, int count, uint value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(at), (ushort)tag);
        BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(at + 2), (ushort)type);
        BinaryPrimitives.WriteInt32BigEndian(exif.AsSpan(at + 4), count);
        BinaryPrimitives.WriteUInt32BigEndian(exif.AsSpan(at + 8), value);
    }

    static byte[] Chunk(ReadOnlySpan<byte> name, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        name.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var next in bytes)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
