using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Tests.Start;

public sealed class WordsTests
{
    static IEnumerable<Sentence> Sentences => Enum.GetValues<Sentence>().Where(sentence => sentence != Sentence.None);

    [Fact]
    public void EachSentenceHasItsWordsInBothLanguages()
    {
        foreach (var sentence in Sentences)
        {
            Assert.True(GermanWords.All.TryGetValue(sentence, out var german) && german.Length > 0, $"{sentence} has no German words.");
            Assert.True(EnglishWords.All.TryGetValue(sentence, out var english) && english.Length > 0, $"{sentence} has no English words.");
            Assert.Equal(Gaps(german!), Gaps(english!));
        }
    }

    [Fact]
    public void SentencesSayWhatGoesIntoTheirGaps()
    {
        Assert.Equal("Vera klingelt", new Words("de")[Sentence.Rings, "Vera"]);
        Assert.Equal("Vera rings", new Words("en")[Sentence.Rings, "Vera"]);
        Assert.Equal("", new Words("de").Say(default));
    }

    [Fact]
    public void UmlautsAreWhatTheyAre() => Assert.Contains("können", new Words("de")[Sentence.CardAskedMore], StringComparison.Ordinal);

    /// <summary>What stands between braces, in the order of the numbers.</summary>
    static string[] Gaps(string words) => [.. words.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order(StringComparer.Ordinal)];
}
