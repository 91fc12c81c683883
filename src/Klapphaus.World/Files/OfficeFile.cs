using System.Buffers.Binary;

namespace Klapphaus.World.Files;

/// <summary>
/// Office files are zips: which one it is, and whether it does no harm to open it. Only what the zip declares is looked at; a packed file that holds more than
/// was declared for it is taken for broken by the programs that open it.
/// </summary>
public static class OfficeFile
{
    /// <summary>More does not come out of any file that people work with; a zip bomb grows to gigabytes.</summary>
    public const long MostUnpacked = 512L * 1024 * 1024;

    /// <summary>Below that nothing is a bomb, however well it is packed.</summary>
    const long AlwaysFine = 64L * 1024 * 1024;

    /// <summary>Spreadsheets, which are packed best, are made some 20 times smaller.</summary>
    const long MostRatio = 100;

    const int LocalHeader = 30;
    const int Stored = 0, Deflated = 8;

    /// <summary>Judges a zip.</summary>
    /// <param name="entries">What its directory lists.</param>
    /// <param name="head">The first bytes of the file.</param>
    /// <param name="directory">Where the directory begins.</param>
    public static (FileKind? Kind, FileFault Fault) Judge(IReadOnlyList<ZipEntry> entries, ReadOnlySpan<byte> head, long directory)
    {
        if (UnpacksTooLarge(entries, directory)) return (null, FileFault.UnpacksTooLarge);
        if (entries.Any(e => e.Encrypted || e.Method is not (Stored or Deflated) || IsProgram(e.Name))) return (null, FileFault.KindNotAllowed);
        var kind = MicrosoftKind(entries) ?? OpenKind(entries, head);
        return (kind, kind is null ? FileFault.KindNotAllowed : FileFault.None);
    }

    static bool UnpacksTooLarge(IReadOnlyList<ZipEntry> entries, long directory)
    {
        var unpacked = entries.Sum(e => e.Unpacked);
        if (unpacked > MostUnpacked || unpacked > AlwaysFine && unpacked > MostRatio * directory) return true;
        // one packed piece that several entries share comes out several times
        long free = 0;
        foreach (var entry in entries.OrderBy(e => e.Offset))
        {
            if (entry.Offset < free) return true;
            free = entry.Offset + LocalHeader + entry.Packed;
        }
        return free > directory;
    }

    /// <summary>Macros: what runs by itself on the reader's machine.</summary>
    static bool IsProgram(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    static FileKind? MicrosoftKind(IReadOnlyList<ZipEntry> entries)
    {
        if (!Has(entries, "[Content_Types].xml")) return null;
        return Has(entries, "ppt/presentation.xml") ? FileKind.Pptx
            : Has(entries, "word/document.xml") ? FileKind.Docx
            : Has(entries, "xl/workbook.xml") ? FileKind.Xlsx
            : null;
    }

    /// <summary>Files of OpenDocument say what they are in their first entry, which is not packed.</summary>
    static FileKind? OpenKind(IReadOnlyList<ZipEntry> entries, ReadOnlySpan<byte> head)
    {
        if (!Has(entries, "content.xml") || head.Length < LocalHeader || !head[LocalHeader..].StartsWith("mimetype"u8)) return null;
        var first = entries.MinBy(e => e.Offset);
        var content = LocalHeader + BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
        if (first is not { Name: "mimetype", Method: Stored, Offset: 0 } || content + first.Packed > head.Length) return null;
        var type = head.Slice(content, (int)first.Packed);
        return type.SequenceEqual("application/vnd.oasis.opendocument.presentation"u8) ? FileKind.Odp
            : type.SequenceEqual("application/vnd.oasis.opendocument.text"u8) ? FileKind.Odt
            : null;
    }

    static bool Has(IReadOnlyList<ZipEntry> entries, string name) => entries.Any(e => e.Name == name);
}
