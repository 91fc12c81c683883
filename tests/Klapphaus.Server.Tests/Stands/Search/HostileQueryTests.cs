using CsCheck;
using Klapphaus.Server.Stands.Search;
using Klapphaus.Server.Stands.Search.Words;
using static Klapphaus.Server.Tests.Stands.Search.Hall;

namespace Klapphaus.Server.Tests.Stands.Search;

/// <summary>Whatever is typed is text that somebody looks for, and whatever is written can be looked in.</summary>
public sealed class HostileQueryTests : IDisposable
{
    static readonly string[] pieces =
    [
        "Leerstand", "lörrach", "AND", "OR", "NOT", "TO", "*", "?", "~", "~2", "^4", "\"", "(", ")", "[", "]",
        "{", "}", "+", "-", "&&", "||", "!", ":", "\\", "/", " ", "  ", "Title:",
        "<script>", "\0", "\n", "\u0308", "\u00AD", "\u202E", "\ud83d", "\udc00",
        "𝓜", "ß", "İ", "ﬃ", "æ", "0", "2025", "ä", "ae", "e", "der", "the", "x", "ungen", "erinnen", "tet", "tage", "tagetage",
    ];

    static readonly Gen<string> mixed = Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 40].Select(string.Concat);
    static readonly Gen<string> texts = Gen.OneOf(Gen.String, mixed);

    readonly Hall hall = new(
        Stand("Leerstand in Lörrach") with { Text = "Der Leerstand \"am Markt\": 2025 <b>neu</b>", Solutions = [new("Laden", ["Leerstand"])], Materials = [Material("Straße")] },
        Stand("Unna") with { Language = "en", Text = "The shops" });

    public void Dispose() => hall.Dispose();

    /// <summary>Words of the field that can be cut in two ways: by trying all of them this would take longer than anybody waits.</summary>
    [Fact]
    public void AWordThatCanBeCutInVeryManyWaysIsNoBurden()
    {
        var word = string.Concat(Enumerable.Repeat("tage", 14));
        Assert.Empty(hall.Find($"{word}qqqq {word}xxxx {word}yyyy").Hits);
        Assert.Empty(Compounds.PartsOf(word + "tagexx")); // longer than anybody's
    }

    [Fact]
    public void AnyTextCanBeLookedFor() => texts.Sample(text =>
    {
        Check(hall.Find(text), text);
        hall.Find(new StandQuery { Challenge = text });
        hall.Find(new StandQuery { Text = text, Room = text, Topic = text, Language = text });
    }, iter: 2000);

    [Fact]
    public void AnyTextCanBeOnAStandAndIsFoundByItsWords() => Gen.Select(texts, texts, texts).Sample((title, text, topic) =>
    {
        var stand = Stand("1") with { Title = title, Line = title, Text = text, Topics = [topic], Challenges = [text], Solutions = [new(title, [topic])], Language = topic };
        using var other = new Hall(Stand("Unna"), stand);
        foreach (var looked in new[] { title, text, topic })
        {
            var answer = other.Find(looked);
            Check(answer, looked);
            if (QueryWord.Read(looked).Count > 0) Assert.Contains(answer.Hits, h => h.Stand == "1");
        }
    }, iter: 200);

    [Theory]
    [InlineData("+Leerstand -Lörrach")]
    [InlineData("Leerstand AND NOT Lörrach")]
    [InlineData("\"Leerstand\" (Lörrach")]
    [InlineData("Leerstand* Lörrach~2")]
    [InlineData("[Leerstand TO Lörrach]")]
    public void SignsOfAQueryLanguageMeanNothing(string text) => Assert.Equal(["Leerstand in Lörrach"], hall.Titles(text));

    [Theory]
    [InlineData("?")]
    [InlineData("***")]
    [InlineData("🙂")]
    public void SignsAloneFindNothing(string text) => Assert.Empty(hall.Titles(text));

    [Fact]
    public void WhatIsLongerThanTwoHundredCharactersIsCutOff()
    {
        var answer = hall.Find($"Leerstand{new string(' ', 200)}Xylophon");
        Assert.Equal(["Leerstand in Lörrach"], Titles(answer));
        Assert.True(answer.HasAllWords);
        string[] many = [string.Concat(Enumerable.Repeat("Leerstand ", 100_000)), string.Join(' ', Enumerable.Range('a', 26).Select(a => $"{(char)a} {(char)a}1"))];
        foreach (var text in many) Check(hall.Find(text), text);
    }

    /// <summary>Whatever is found is found for a reason, and the ranges lie within its text.</summary>
    static void Check(StandAnswer answer, string text)
    {
        Assert.True(answer.Hits.Count <= answer.Total);
        Assert.All(answer.Hits, h => Assert.Equal(QueryWord.Read(text).Count > 0, h.Reasons.Count > 0));
        foreach (var reason in answer.Hits.SelectMany(h => h.Reasons))
        {
            Assert.NotEmpty(reason.Ranges);
            Assert.InRange(reason.Text.Length, 1, 160);
            var end = 0;
            foreach (var range in reason.Ranges)
            {
                Assert.True(range.Start >= end && range.Length > 0);
                end = range.Start + range.Length;
            }
            Assert.True(end <= reason.Text.Length);
        }
    }
}
