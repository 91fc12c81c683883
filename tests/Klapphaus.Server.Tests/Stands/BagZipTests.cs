using System.Text;
using Klapphaus.Contracts;
using Klapphaus.Server.Stands;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Files in a zip, under names that any system can unpack.</summary>
public sealed class BagZipTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    /// <summary>Files of stands, each in a folder of its stand.</summary>
    sealed class Drawer(string folder) : IStandFiles
    {
        public Task<StandFile?> OpenAsync(string stand, string file, int? width, CancellationToken cancellation)
        {
            var path = Path.Combine(folder, stand, file);
            return Task.FromResult(File.Exists(path) ? new StandFile(File.OpenRead(path), ".pdf", "application/pdf") : null);
        }
    }

    static BagItemView Item(string title, string file, string stand = "soest", bool there = true) => new()
    {
        Stand = stand, Material = "m", Title = title, Taken = new(2026, 11, 26, 23, 30, 0, TimeSpan.Zero), StandName = "Stadt Soest", There = there, File = file, Link = "", Language = "de-simple",
    };

    void Lay(string stand, string file, string content)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, stand));
        File.WriteAllText(Path.Combine(folder.Path, stand, file), content);
    }

    Task<Dictionary<string, string>> PackAsync(params BagItemView[] items) => PackAsync(new BagZip(new Drawer(folder.Path), TimeProvider.System), items);

    static async Task<Dictionary<string, string>> PackAsync(BagZip bagZip, params BagItemView[] items)
    {
        using var packed = new MemoryStream();
        var page = new BagPage(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), german: false);
        await bagZip.WriteAsync(packed, items, page, TestContext.Current.CancellationToken);
        packed.Position = 0;
        return Taking.Unpack(packed);
    }

    [Fact]
    public async Task FilesHaveTheirTitlesEachOnceAndWhatCannotBeHadIsSaid()
    {
        Lay("soest", "f1", "eins");
        Lay("soest", "f2", "zwei");
        Lay("unna", "f3", "drei");
        Lay("soest", "f4", "vier");
        Lay("soest", "f5", "fünf");
        var zip = await PackAsync(Item("Leitfaden", "f1"), Item("LEITFADEN", "f2"), Item("Leitfaden", "f4"), Item("Fremd", "f3"), Item("Fehlt", "f9"), Item("Fort", "", there: false), Item("My bag", "f5"));
        Assert.Equal(
            new Dictionary<string, string> { ["Leitfaden.pdf"] = "eins", ["LEITFADEN (2).pdf"] = "zwei", ["Leitfaden (3).pdf"] = "vier", ["My bag.pdf"] = "fünf" },
            zip.Where(e => e.Key != "My bag.html").ToDictionary());
        var page = zip["My bag.html"];
        Assert.Contains("<a href=\"LEITFADEN%20%282%29.pdf\">LEITFADEN</a></td><td>Stadt Soest</td><td>2026-11-27</td>", page, StringComparison.Ordinal);
        Assert.Contains("Fremd – This file could not be had just now.", page, StringComparison.Ordinal); // it is another stand's
        Assert.Contains("Fehlt – This file could not be had just now.", page, StringComparison.Ordinal);
        Assert.Contains("Fort – This material is not there any more, or cannot be seen at the moment.", page, StringComparison.Ordinal);
        Assert.Contains("<td lang=\"de\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatSeveralMaterialsNameIsPackedOnce()
    {
        Lay("soest", "f1", "eins");
        Lay("unna", "f1", "anders");
        var zip = await PackAsync(Item("Leitfaden", "f1"), Item("Bericht", "f1"), Item("Plan", "f1", "unna"));
        Assert.Equal(["Leitfaden.pdf", "My bag.html", "Plan.pdf"], zip.Keys.Order(StringComparer.Ordinal));
        foreach (var title in new[] { "Leitfaden", "Bericht" }) Assert.Contains($"<a href=\"Leitfaden.pdf\">{title}</a>", zip["My bag.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatDoesNotFitIsLeftOutAndThePageSaysSo()
    {
        Lay("soest", "f1", "12345");
        Lay("soest", "f2", "123456");
        Lay("soest", "f3", "12345");
        var zip = await PackAsync(new BagZip(new Drawer(folder.Path), TimeProvider.System) { Most = 10 }, Item("Eins", "f1"), Item("Zwei", "f2"), Item("Drei", "f3"), Item("Wieder zwei", "f2"));
        Assert.Equal(["Drei.pdf", "Eins.pdf", "My bag.html"], zip.Keys.Order(StringComparer.Ordinal));
        foreach (var title in new[] { "Zwei", "Wieder zwei" })
            Assert.Contains($"{title} – This file did not fit into the ZIP file any more, which holds 1 GB at most.", zip["My bag.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void OneZipAtATimeIsWrittenForEachAndFewForAll()
    {
        var turns = new BagZipTurns();
        Assert.True(turns.TryTake("vera"));
        Assert.False(turns.TryTake("vera"));
        for (var i = 1; i < BagZipTurns.Most; i++) Assert.True(turns.TryTake($"v{i}"));
        Assert.False(turns.TryTake("max"));
        turns.GiveBack("vera");
        Assert.True(turns.TryTake("max"));
        Assert.False(turns.TryTake("vera"));
    }

    [Theory]
    [InlineData("Leitfaden", "Leitfaden.pdf")]
    [InlineData("Grüße & Küsse 2026", "Grüße & Küsse 2026.pdf")]
    [InlineData("../../etc/passwd", "-..-etc-passwd.pdf")]
    [InlineData("..\\..\\boot", "-..-boot.pdf")]
    [InlineData("C:\\x", "C--x.pdf")]
    [InlineData("..", "-.pdf")]
    [InlineData(" . ", "-.pdf")]
    [InlineData("", "-.pdf")]
    [InlineData(".bashrc", "bashrc.pdf")]
    [InlineData("Ende. . ", "Ende.pdf")]
    [InlineData("NUL", "_NUL.pdf")]
    [InlineData("con.txt", "_con.txt.pdf")]
    [InlineData("COM¹", "_COM¹.pdf")]
    [InlineData("COMMUNE", "COMMUNE.pdf")]
    [InlineData("a\nb\tc\0d", "a-b-c-d.pdf")]
    [InlineData("fdp.exe\u202Egnp", "fdp.exe-gnp.pdf")]
    [InlineData("a*b?c|d\"e<f>g", "a-b-c-d-e-f-g.pdf")]
    public void NamesLeadNowhereElse(string title, string name) => Assert.Equal(name, new SafeNames().Of(title, ".pdf"));

    [Fact]
    public void LongNamesAreCutBetweenCharactersAndStayDifferent()
    {
        var names = new SafeNames();
        var stem = new string('x', 175) + "😀";
        Assert.Equal(stem + ".pdf", names.Of(stem + "😀😀", ".pdf"));
        Assert.Equal(stem + " (2).pdf", names.Of(stem + "😀😀😀", ".pdf"));
        foreach (var letter in new[] { "x", "ß", "会", "😀" })
            Assert.InRange(Encoding.UTF8.GetByteCount(names.Of(string.Concat(Enumerable.Repeat(letter, 500)), ".pdf")), 170, 200);
    }

    public void Dispose() => folder.Dispose();
}
