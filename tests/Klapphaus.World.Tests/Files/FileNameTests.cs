using System.Globalization;
using System.Text;
using CsCheck;
using Klapphaus.World.Files;

namespace Klapphaus.World.Tests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Leerstand 2026.pdf", FileKind.Pdf, "Leerstand 2026.pdf")]
    [InlineData("Leerstand.PDF", FileKind.Pdf, "Leerstand.pdf")]
    [InlineData("Foto.JPEG", FileKind.Jpeg, "Foto.jpeg")]
    [InlineData("Foto", FileKind.Jpeg, "Foto.jpg")]
    [InlineData("Foto.png", FileKind.Jpeg, "Foto.jpg")] // what it is, not what it is called
    [InlineData("Bericht v2.1", FileKind.Pdf, "Bericht v2.1.pdf")]
    [InlineData("Rechnung.html", FileKind.Pdf, "Rechnung.html.pdf")]
    [InlineData("../../etc/passwd", FileKind.Pdf, "passwd.pdf")]
    [InlineData("..\\..\\boot.ini", FileKind.Pdf, "boot.ini.pdf")]
    [InlineData("/", FileKind.Pdf, "Datei.pdf")]
    [InlineData("..", FileKind.Pdf, "Datei.pdf")]
    [InlineData(".pdf", FileKind.Pdf, "Datei.pdf")]
    [InlineData(".htaccess", FileKind.Pdf, "htaccess.pdf")]
    [InlineData("", FileKind.Odt, "Datei.odt")]
    [InlineData(null, FileKind.WebP, "Datei.webp")]
    [InlineData("CON", FileKind.Pdf, "_CON.pdf")]
    [InlineData("lpt1.alt", FileKind.Pdf, "_lpt1.alt.pdf")]
    [InlineData("a\nb\tc\0d.pdf", FileKind.Pdf, "a b cd.pdf")]
    [InlineData("  viel   Platz  .pdf", FileKind.Pdf, "viel Platz.pdf")]
    [InlineData("was? \"so\": <b>|*.pdf", FileKind.Pdf, "was- -so-- -b---.pdf")]
    [InlineData("Rechnung\u202Efdp.pdf", FileKind.Pdf, "Rechnungfdp.pdf")]
    [InlineData("Größe 🙂 北.pdf", FileKind.Pdf, "Größe 🙂 北.pdf")]
    [InlineData("halb\uD83D.pdf", FileKind.Pdf, "halb.pdf")]
    public void NameIsCleanAndEndsAsTheContentIs(string? raw, FileKind kind, string name) => Assert.Equal(name, FileName.Clean(raw, kind));

    [Fact]
    public void LongNameIsCutBetweenCharacters()
    {
        Assert.Equal(new string('a', 96) + ".pdf", FileName.Clean(new string('a', 5000) + ".pdf", FileKind.Pdf));
        Assert.Equal(string.Concat(Enumerable.Repeat("🙂", 50)) + ".pdf", FileName.Clean(string.Concat(Enumerable.Repeat("🙂", 90)), FileKind.Pdf));
    }

    [Fact]
    public void WhateverComesTheNameIsVisibleShortAndNoPath() => Gen.Select(Gen.String, Gen.OneOf(FileKinds.All.ToArray())).Sample((raw, kind) =>
    {
        var name = FileName.Clean(raw, kind);
        Assert.Contains(kind.Endings(), e => name.EndsWith(e, StringComparison.Ordinal));
        Assert.InRange(name.EnumerateRunes().Count(), 5, FileName.Longest + 1);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 5, 255);
        Assert.DoesNotContain(name, c => "/\\<>:\"|?*".Contains(c));
        Assert.False(name.StartsWith('.'));
        Assert.DoesNotContain(name.EnumerateRunes(), r => Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate);
        Assert.Equal(name, FileName.Clean(name, kind)); // and is left as it is
    });
}
