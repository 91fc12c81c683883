using System.Text.RegularExpressions;
using Klapphaus.Desktop.Text;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>There are words for everything in both languages, and none that nobody says.</summary>
public sealed partial class TextWordsTests
{
    static readonly TextWords german = TextWords.Of("de"), english = TextWords.Of("en");

    /// <summary>Said only in parts: their keys are put together from what the house tells.</summary>
    static readonly string[] together =
    [
        .. new[] { "n", "ne", "e", "se", "s", "sw", "w", "nw" }.Select(each => $"direction.{each}"),
        .. new[] { "walkedAway", "alone", "outOfSight", "steppedOut", "removed", "wentToArea", "areaGone" }.Select(each => $"talk.left.{each}"),
        .. new[] { "stopped", "met", "letIn" }.Select(each => $"talk.joined.{each}"),
        .. new[] { "busy", "closed", "full", "removed" }.Select(each => $"talk.refused.{each}"),
        .. new[] { "clap", "agree", "laugh", "heart", "question" }.Select(each => $"talk.reaction.{each}"),
        .. new[] { "busy", "away" }.Select(each => $"talk.availability.{each}"),
        .. new[] { "available", "busy", "away" }.Select(each => $"text.now.{each}"),
        .. new[] { "host", "moderator", "organiser" }.Select(each => $"role.{each}"),
        .. new[] { "hidden", "shown", "moved" }.Select(each => $"notice.{each}"),
        .. new[] { "hidden", "down" }.Select(each => $"stand.showing.{each}"),
        .. new[] { "asked", "agreed", "declined" }.Select(each => $"exchange.{each}"),
        .. new[] { "asked", "handed" }.Select(each => $"enquiries.{each}"),
        .. new[] { "talked", "unanswered", "declined", "withdrawn", "left", "hostGone", "shut", "lost" }.Select(each => $"bell.over.{each}"),
        .. CardErrands.Fields.Select(each => $"card.{each}"),
        .. StandErrands.CallBacks.Select(each => $"question.callBack.{each}"),
        .. OfficeErrands.Rights.Select(each => $"policy.{each}"),
        .. new[] { "visitor", "guest", "member", "host", "moderator", "organiser" }.Select(each => $"role.from.{each}"),
        .. new[] { "new", "taken", "upheld", "rejected" }.Select(each => $"reports.state.{each}"),
        .. CommandTable.All.Select(each => $"text.help.{each.Id}"),
        .. Enumerable.Range(1, 6).Select(each => $"text.keys.{each}"),
    ];

    /// <summary>Every key that stands in the program's own text.</summary>
    static IReadOnlySet<string> Written => Directory.EnumerateFiles(RepositoryFile.Path("clients/desktop/Text"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => Key().Matches(File.ReadAllText(file))).Select(match => match.Groups["key"].Value).ToHashSet();

    public static TheoryData<string> Languages => [.. TextWords.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void ThereAreWordsForEverythingThatIsSaid(string language)
    {
        var words = TextWords.Of(language);
        // The beginning of numbered lines is no sentence of its own.
        Assert.All(Written.Where(key => key != "text.keys").Concat(together), key => Assert.True(words.Knows(key), $"There are no words for {key} in {language}."));
    }

    [Fact]
    public void BothLanguagesHaveTheSameWordsWithTheSameGaps()
    {
        Assert.Equal(german.OwnKeys.Order(), english.OwnKeys.Order());
        Assert.All(german.OwnKeys, key => Assert.Equal(Gaps(german.Raw(key)), Gaps(english.Raw(key))));
    }

    [Fact]
    public void NothingIsKeptThatNobodySays() =>
        Assert.Empty(german.OwnKeys.Where(key => !key.StartsWith("error.", StringComparison.Ordinal)).Except(Written).Except(together));

    [Theory]
    [InlineData("rooms.people", 0, "niemand", "nobody")]
    [InlineData("rooms.people", 1, "1 Person", "1 person")]
    [InlineData("rooms.people", 2, "2 Personen", "2 people")]
    [InlineData("find.count", 0, "Nichts gefunden.", "Nothing found.")]
    [InlineData("find.count", 1, "1 Treffer.", "1 hit.")]
    public void NumbersAreSpokenRightly(string key, int count, string inGerman, string inEnglish) =>
        Assert.Equal((inGerman, inEnglish), (german.Say(key, ("count", count)), english.Say(key, ("count", count))));

    /// <summary>What a program has done wrongly has no words for people; the number has to do.</summary>
    [Fact]
    public void EveryRefusalThatPeopleMeetHasASentenceInBothLanguages()
    {
        ErrorCode[] unspoken = [ErrorCode.None, ErrorCode.HelloMissing, ErrorCode.Malformed, ErrorCode.Unexpected, ErrorCode.LoopbackUnusable];
        Assert.All(Enum.GetValues<ErrorCode>().Except(unspoken), code => Assert.All(
            new[] { german, english }, words => Assert.False(words.Error(code) == words.Say("error.other", ("code", (int)code)), $"{code} is not spoken of in {words.Language}.")));
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("fr", "de")]
    public void ALanguageWithoutWordsIsGerman(string asked, string language) => Assert.Equal(language, TextWords.Of(asked).Language);

    [Fact]
    public void WhatIsFilledInIsTextAndNothingElse()
    {
        Assert.Equal("Bo / {{text}} schreibt: rot {{name}}", german.Say("text.said", ("name", "Bo\n{{text}}"), ("text", "\e[31mrot\e[0m {{name}}")));
        Assert.Equal("Bo, Cem und Dora", german.Enumerate(["Bo", "Cem", "Dora"]));
        Assert.Equal("Bo and Cem", english.Enumerate(["Bo", "Cem"]));
    }

    [Fact]
    public void WhatHasNoWordsIsAFault() => Assert.Throws<InvalidOperationException>(() => german.Say("text.nothingOfTheKind"));

    static IEnumerable<string> Gaps(string sentence) => Gap().Matches(sentence).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(
        """
        "(?<key>(back|bag|bans?|bell|card|end|enquiries|error|exchange|find|full|goto|help|line|log|mydata|news|notice|order|people|person|policy|question|reports?|retreat|role|rooms?|stand|talk|text|waiting|walk|where)(\.[A-Za-z0-9]+)+)"
        """,
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\{\w+\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
