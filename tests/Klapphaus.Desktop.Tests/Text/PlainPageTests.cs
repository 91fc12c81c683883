using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>Line mode: nothing that stands there is written over.</summary>
public sealed class PlainPageTests
{
    [Fact]
    public void NewsLeaveAPromptAsItIsAndAskAnew()
    {
        using var output = Output();
        var page = new PlainPage(output, "> ");
        page.Write("Willkommen.");
        page.Prompt();
        page.Write("Bo kam herein.");
        page.Typed();
        page.Write(["Foyer: 2 Personen.", "   Halle: niemand."]);
        page.Prompt();
        Assert.Equal("Willkommen.\n> \nBo kam herein.\n> Foyer: 2 Personen.\n   Halle: niemand.\n> ", output.ToString());
    }

    [Fact]
    public void NewsThatAreHeldComeWhenTheLineHasBeenTyped()
    {
        using var output = Output();
        var page = new PlainPage(output, "> ");
        page.Hold("Ada kam herein.");
        page.Prompt();
        page.Hold("Bo kam herein.");
        page.Write("Vera klingelt.");
        page.Hold("Bo ging.");
        Assert.Equal("Ada kam herein.\n> \nVera klingelt.\n> ", output.ToString());
        page.Typed();
        page.Write("Foyer: niemand.");
        page.Prompt();
        page.Typed();
        Assert.Equal("Ada kam herein.\n> \nVera klingelt.\n> Bo kam herein.\nBo ging.\nFoyer: niemand.\n> ", output.ToString());
    }

    [Fact]
    public void AScriptIsNotPrompted()
    {
        using var output = Output();
        var page = new PlainPage(output, "");
        page.Prompt();
        page.Write("Bo kam herein.");
        Assert.Equal("Bo kam herein.\n", output.ToString());
    }

    [Fact]
    public void NothingButTextIsWritten()
    {
        using var output = Output();
        new PlainPage(output, "> ").Write("\e[2J\e]0;x\aklar\rer");
        Assert.Equal("klar er\n", output.ToString());
    }

    [Fact]
    public void WhoReadsNoMoreEndsIt()
    {
        using var closed = new StreamWriter(new ClosedPipe());
        var page = new PlainPage(closed, "");
        page.Write("Bo kam herein.");
        Assert.True(page.IsClosed);
        page.Write("Und ging.");
    }

    static StringWriter Output() => new() { NewLine = "\n" };

    sealed class ClosedPipe : MemoryStream
    {
        bool isBroken;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            // Once: what is closed at its end has been noticed before.
            if (isBroken) return;
            isBroken = true;
            throw new IOException("Broken pipe");
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
