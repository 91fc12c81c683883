using System.IO.Compression;
using System.Text;
using CsCheck;
using Klapphaus.World.Files;

namespace Klapphaus.World.Tests.Files;

public sealed class OfficeFileTests
{
    const string Types = "[Content_Types].xml";
    const long Megabyte = 1024 * 1024;

    [Theory]
    [InlineData(FileKind.Pptx, Types, "ppt/presentation.xml")]
    [InlineData(FileKind.Docx, "word/document.xml", Types)]
    [InlineData(FileKind.Xlsx, Types, "xl/workbook.xml", "xl/sharedStrings.xml")]
    [InlineData(null, "ppt/presentation.xml")]
    [InlineData(null, Types)]
    [InlineData(null, Types, "word/document.xml", "word/vbaProject.bin")]
    [InlineData(null, "AndroidManifest.xml", "classes.dex")]
    [InlineData(null, "content.xml", "mimetype")]
    public void KindIsKnownByWhatIsInIt(FileKind? kind, params string[] names)
    {
        var (found, fault) = Judge(Zip([.. names.Select(n => (n, "<x/>"))]));
        Assert.Equal((kind, kind is null ? FileFault.KindNotAllowed : FileFault.None), (found, fault));
    }

    [Theory]
    [InlineData("application/vnd.oasis.opendocument.text", FileKind.Odt)]
    [InlineData("application/vnd.oasis.opendocument.presentation", FileKind.Odp)]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet", null)]
    [InlineData("application/vnd.oasis.opendocument.text-master", null)]
    [InlineData("application/epub+zip", null)]
    public void OpenDocumentSaysItself(string type, FileKind? kind)
    {
        Assert.Equal(kind, Judge(Zip(("mimetype", type), ("content.xml", "<x/>"))).Kind);
        Assert.Null(Judge(Zip(("mimetype", type), ("content.xml", "<x/>"), ("Basic/Standard/Module1.xml", "Sub Main"))).Kind);
        Assert.Null(Judge(Zip(("mimetype", type))).Kind);
    }

    [Fact]
    public void FileOutOfWhichFarMoreComesIsABomb()
    {
        ZipEntry[] document = [Entry(Types, 10, 10, 0), Entry("word/document.xml", 1000, 1000, 100)];
        Assert.Equal(FileFault.None, Fault([.. document, Entry("word/media/film.mp4", 60 * Megabyte, 60 * Megabyte, 2000)], 70 * Megabyte));
        Assert.Equal(FileFault.None, Fault([.. document, Entry("xl/table.xml", 2 * Megabyte, 150 * Megabyte, 2000)], 3 * Megabyte)); // well packed
        Assert.Equal(FileFault.UnpacksTooLarge, Fault([.. document, Entry("xl/table.xml", Megabyte / 10, 100 * Megabyte, 2000)], Megabyte / 5));
        Assert.Equal(FileFault.UnpacksTooLarge, Fault([.. document, Entry("big", 60 * Megabyte, 600 * Megabyte, 2000)], 70 * Megabyte));
        Assert.Equal(FileFault.UnpacksTooLarge, Fault([.. document, Entry("zip64", uint.MaxValue, uint.MaxValue, 2000)], 70 * Megabyte));
    }

    [Fact]
    public void PieceThatSeveralEntriesShareIsABomb()
    {
        ZipEntry[] document = [Entry(Types, 10, 10, 0), Entry("word/document.xml", 1000, 1000, 100)];
        Assert.Equal(FileFault.UnpacksTooLarge, Fault([.. document, Entry("again.xml", 1000, 1000, 100)], 5000));
        Assert.Equal(FileFault.UnpacksTooLarge, Fault([.. document, Entry("overlaps.xml", 1000, 1000, 600)], 5000));
        Assert.Equal(FileFault.UnpacksTooLarge, Fault([.. document, Entry("beyond.xml", 1000, 1000, 4500)], 5000));
        Assert.Equal(FileFault.None, Fault([.. document, Entry("behind.xml", 1000, 1000, 1200)], 5000));
    }

    [Fact]
    public void WhatIsLockedOrPackedInAnotherWayIsNotTaken()
    {
        ZipEntry[] document = [Entry(Types, 10, 10, 0), Entry("word/document.xml", 1000, 1000, 100)];
        Assert.Equal(FileFault.KindNotAllowed, Fault([document[0], document[1] with { Encrypted = true }], 5000));
        Assert.Equal(FileFault.KindNotAllowed, Fault([document[0], document[1] with { Method = 12 }], 5000));
    }

    [Fact]
    public void DirectoryIsFoundBehindACommentAndOnlyWhenItIsWhole()
    {
        var zip = Zip((Types, "<x/>"), ("word/document.xml", "<x/>"));
        byte[] commented = [.. zip, .. "Hallo"u8];
        commented[zip.Length - 2] = 5;
        Assert.Equal(FileKind.Docx, Judge(commented).Kind);
        Assert.Null(ZipDirectory.FindEnd([.. zip, .. "Hallo"u8], zip.Length + 5)); // nobody knows what that is
        Assert.Null(ZipDirectory.FindEnd(zip.AsSpan(0, zip.Length - 1), zip.Length - 1));
        var end = ZipDirectory.FindEnd(zip, zip.Length)!.Value;
        Assert.Equal(2, end.Entries);
        Assert.Null(ZipDirectory.Read(zip.AsSpan((int)end.Offset, end.Length), 1));
        Assert.Null(ZipDirectory.Read(zip.AsSpan((int)end.Offset, end.Length), 3));
        Assert.Null(ZipDirectory.Read(zip.AsSpan((int)end.Offset, end.Length - 1), 2));
    }

    /// <summary>A zip in which some bytes have been changed is judged in one way or another, and nothing else happens.</summary>
    [Fact]
    public void NoBytesMakeItStumble()
    {
        var zip = Zip((Types, "<x/>"), ("word/document.xml", "<x/>"), ("mimetype", "x"));
        Gen.Select(Gen.Int[0, zip.Length - 1], Gen.Byte, Gen.Int[0, 300]).Array[1, 6].Sample(changes =>
        {
            var changed = (byte[])zip.Clone();
            foreach (var (at, value, fromEnd) in changes) changed[fromEnd < zip.Length ? zip.Length - 1 - fromEnd : at] = value;
            Judge(changed);
            return true;
        });
    }

    static (FileKind? Kind, FileFault Fault) Judge(byte[] zip) =>
        ZipDirectory.FindEnd(zip, zip.Length) is { } end && ZipDirectory.Read(zip.AsSpan((int)end.Offset, end.Length), end.Entries) is { } entries
            ? OfficeFile.Judge(entries, zip.AsSpan(0, Math.Min(zip.Length, FileSignature.Head)), end.Offset)
            : (null, FileFault.KindNotAllowed);

    static FileFault Fault(ZipEntry[] entries, long directory) => OfficeFile.Judge(entries, [], directory).Fault;

    static ZipEntry Entry(string name, long packed, long unpacked, long offset) => new(name, 8, Encrypted: false, packed, unpacked, offset);

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
}
