using Klapphaus.Desktop.Text;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>Files are saved under names that others have given, and land where they are meant to.</summary>
public sealed class FreeNameTests
{
    [Theory]
    [InlineData("Leitfaden für Plätze.pdf", "Leitfaden für Plätze.pdf")]
    [InlineData("../../.bashrc", "_.._.bashrc")]
    [InlineData("C:\\Windows\\x.exe", "C__Windows_x.exe")]
    [InlineData("..", "_")]
    [InlineData("", "_")]
    [InlineData("con", "_con")]
    [InlineData("NUL.txt", "_NUL.txt")]
    [InlineData("a\e[2Jb\0c\nd.pdf", "abc _ d.pdf")]
    [InlineData("pdf\u202efdp.exe", "pdffdp.exe")]
    public void ANameLeadsNowhere(string given, string safe) => Assert.Equal(safe, FreeName.Of(given));

    [Fact]
    public void ALongNameKeepsItsEnding()
    {
        var name = FreeName.Of(new string('ä', 300) + ".pdf");
        Assert.Equal(120, name.Length);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
    }

    /// <summary>File systems count bytes, and a character may have four.</summary>
    [Theory]
    [InlineData("漢")]
    [InlineData("😀")]
    [InlineData("é")]
    public void ALongNameFitsIntoAFileSystem(string letter)
    {
        using var folder = new TemporaryFolder();
        for (var copies = 0; copies < 2; copies++)
        {
            var path = FreeName.In(folder.Path, string.Concat(Enumerable.Repeat(letter, 200)) + ".pdf");
            File.WriteAllText(path, "");
            Assert.EndsWith(".pdf", path, StringComparison.Ordinal);
            Assert.DoesNotContain('\ufffd', path);
        }
    }

    [Fact]
    public void NothingThatIsThereIsReplaced()
    {
        using var folder = new TemporaryFolder();
        foreach (var expected in new[] { "Plan.pdf", "Plan (2).pdf", "Plan (3).pdf" })
        {
            var path = FreeName.In(folder.Path, "Plan.pdf");
            Assert.Equal(Path.Combine(folder.Path, expected), path);
            File.WriteAllText(path, "");
        }
    }
}
