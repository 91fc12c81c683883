using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>How a line that was typed is understood, before anything is done.</summary>
public sealed class CommandTests
{
    [Theory]
    [InlineData("geh Stadt Köln", "geh", "Stadt Köln")]
    [InlineData("  /sag   Guten Tag ", "sag", "Guten Tag")]
    [InlineData("räume", "räume", "")]
    [InlineData("", "", "")]
    [InlineData("sag \e[2Jhallo", "sag", "hallo")]
    public void ALineIsAWordAndTheRest(string line, string word, string rest) => Assert.Equal(new TypedLine(word, rest), TypedLine.Parse(line));

    [Theory]
    [InlineData("Bo Berger: bitte leiser: jetzt", "Bo Berger", "bitte leiser: jetzt")]
    [InlineData("Bo", "Bo", "")]
    [InlineData(": Grund", "", "Grund")]
    public void AReasonStandsBehindAColon(string rest, string head, string text) => Assert.Equal((head, text), TypedLine.AtColon(rest));

    [Theory]
    [InlineData("Bo Berger nach Halle 2", "Bo Berger", "Halle 2")]
    [InlineData("Bo to Hall", "Bo", "Hall")]
    [InlineData("Natonach", "Natonach", null)]
    public void ATargetStandsBehindItsWord(string rest, string head, string? target) => Assert.Equal((head, target), TypedLine.AtWord(rest, "nach", "to"));

    [Theory]
    [InlineData("räume", "rooms")]
    [InlineData("RAUME", "rooms")]
    [InlineData("raeume", "rooms")]
    [InlineData("rooms", "rooms")]
    [InlineData("Stände", "stands")]
    [InlineData("stand", "stand")]
    [InlineData("quit", "quit")]
    [InlineData("ende", "quit")]
    [InlineData("kartezurueck", "takeback")]
    [InlineData("?", "help")]
    [InlineData("auflegen", "hangup")]
    [InlineData("uebernimm", "takereport")]
    [InlineData("karten", "cards")]
    public void WordsOfBothLanguagesAreUnderstood(string word, string id) => Assert.Equal(id, CommandTable.Find(word)?.Id);

    [Theory]
    [InlineData("raume1", "räume")]
    [InlineData("röume", "räume")]
    [InlineData("taske", "take", "tasche")]
    [InlineData("sagg", "sag")]
    [InlineData("wolang", "wo")]
    [InlineData("hilf", "hilfe")]
    [InlineData("hlep", "help")]
    [InlineData("xylophon")]
    public void TheNearestAreNamedAndNotDone(string word, params string[] meant)
    {
        Assert.Null(CommandTable.Find(word));
        Assert.Equal(meant, CommandTable.Nearest(word, isGerman: true, isModerator: false).Take(Math.Max(1, meant.Length)));
    }

    [Fact]
    public void ToolsOfModeratorsAreNamedToThemAlone()
    {
        Assert.Contains("stumm", CommandTable.Nearest("stumn", isGerman: true, isModerator: true));
        Assert.DoesNotContain("stumm", CommandTable.Nearest("stumn", isGerman: true, isModerator: false));
    }

    [Fact]
    public void OfTwoThatAreAsNearTheReadersOwnComesFirst()
    {
        Assert.Equal("stände", CommandTable.Nearest("stan", isGerman: true, isModerator: false)[0]);
        Assert.Equal("stands", CommandTable.Nearest("stan", isGerman: false, isModerator: false)[0]);
    }

    [Fact]
    public void EachWordMeansOneThing()
    {
        var meanings = CommandTable.All.SelectMany(command => command.All.SelectMany(word => new[] { Fold.Plain(word), Fold.German(word) }).Distinct().Select(word => (word, command.Id)));
        Assert.All(meanings.GroupBy(meaning => meaning.word), group => Assert.Single(group.Select(meaning => meaning.Id).Distinct()));
    }

    /// <summary>What can be asked for in one language can be in the other.</summary>
    [Fact]
    public void BothLanguagesHaveAWordForEverything() => Assert.All(CommandTable.All, command => Assert.True(command is { German.Length: > 0, English.Length: > 0 }, command.Id));

    [Theory]
    [InlineData("raum", "raum", 0)]
    [InlineData("raum", "ruam", 1)]
    [InlineData("raum", "rau", 1)]
    [InlineData("raum", "raume", 1)]
    [InlineData("raum", "baum", 1)]
    [InlineData("", "ab", 2)]
    public void SlipsAreCounted(string first, string second, int slips) => Assert.Equal(slips, Slips.Between(first, second));
}
