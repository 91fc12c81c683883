namespace Klapphaus.Desktop.Tests.Text;

/// <summary>The terminal by which the live tests see.</summary>
public sealed class TerminalScreenTests
{
    [Fact]
    public void CharactersStandWhereTheyWerePlaced()
    {
        var screen = new TerminalScreen(3, 10);
        Assert.Equal("", screen.Feed("\e[?1049h\e[2J\e[2;3H\e[38;2;1;2;3mKöln\e[0m\e]0;Titel\a\e[1;1HAd"));
        screen.Feed("a\e[3;9Hxyz\e[2;4H\e[K");
        Assert.Equal(["Ada", "  K", "        xy"], screen.Lines);
    }

    [Fact]
    public void QuestionsAreAnswered() => Assert.Equal("\e[8;24;80t\e[1;1R\e[?1;2c", new TerminalScreen(24, 80).Feed("\e[18t\e[6n\e[c"));
}
