using System.Buffers.Binary;
using System.Text;

namespace Klapphaus.World.Files;

/// <summary>Reads the directory of a zip and nothing that is packed in it. What is larger than 4 GB or in several parts is none for us.</summary>
public static class ZipDirectory
{
    /// <summary>The end of a zip is within so many last bytes of the file: 22, and a comment.</summary>
    public const int LargestTail = EndLength + ushort.MaxValue;

    /// <summary>Presentations of some hundred slides have directories of 100 KB.</summary>
    public const int LargestDirectory = 4 * 1024 * 1024;

    public const int MostEntries = 10_000;

    const int EndLength = 22, EntryLength = 46;
    const int EncryptedFlag = 1;

    /// <summary>The end of the zip, or null when there is none that we read.</summary>
    /// <param name="tail">The last bytes of the file: all of it, or <see cref="LargestTail"/>.</param>
    /// <param name="fileLength">Bytes of the file.</param>
    public static ZipEnd? FindEnd(ReadOnlySpan<byte> tail, long fileLength)
    {
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail[at..];
            if (!end.StartsWith("PK\u0005\u0006"u8) || BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length - EndLength) continue;
            return ReadEnd(end, fileLength - end.Length);
        }
        return null;
    }

    /// <summary>The entries of a directory; null when it is not one of so many entries.</summary>
    public static IReadOnlyList<ZipEntry>? Read(ReadOnlySpan<byte> directory, int entries)
    {
        var read = new List<ZipEntry>();
        var rest = directory;
        while (rest.Length >= EntryLength && rest.StartsWith("PK\u0001\u0002"u8) && read.Count < entries)
        {
            var name = BinaryPrimitives.ReadUInt16LittleEndian(rest[28..]);
            var length = EntryLength + name + BinaryPrimitives.ReadUInt16LittleEndian(rest[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(rest[32..]);
            if (length > rest.Length) return null;
            read.Add(new(
                Encoding.UTF8.GetString(rest.Slice(EntryLength, name)),
                BinaryPrimitives.ReadUInt16LittleEndian(rest[10..]),
                (rest[8] & EncryptedFlag) != 0,
                BinaryPrimitives.ReadUInt32LittleEndian(rest[20..]),
                BinaryPrimitives.ReadUInt32LittleEndian(rest[24..]),
                BinaryPrimitives.ReadUInt32LittleEndian(rest[42..])));
            rest = rest[length..];
        }
        return rest.IsEmpty && read.Count == entries ? read : null;
    }

    static ZipEnd? ReadEnd(ReadOnlySpan<byte> end, long at)
    {
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var isWhole = BinaryPrimitives.ReadUInt32LittleEndian(end[4..]) == 0 && BinaryPrimitives.ReadUInt16LittleEndian(end[8..]) == entries;
        var (length, offset) = (BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        return isWhole && entries is > 0 and <= MostEntries && length <= LargestDirectory && (long)offset + length <= at ? new(offset, (int)length, entries) : null;
    }
}
