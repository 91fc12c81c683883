namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>All that a word of a text is found by. There is one for each word and language, however often it is written.</summary>
/// <param name="plain">Its plain form.</param>
/// <param name="language">By whose rules it was brought to its stem.</param>
sealed class WordForms(string plain, WordLanguage language)
{
    public string Plain { get; } = plain;

    public WordLanguage Language { get; } = language;

    /// <summary>Empty for stop words and for words of other languages.</summary>
    public string Stem { get; } = StopWords.Contains(plain) ? "" : language switch
    {
        WordLanguage.German => GermanStem.Of(plain),
        WordLanguage.English => EnglishStem.Of(plain),
        _ => "",
    };

    /// <summary>The stems of the words that a German compound is made of; none when it is no compound.</summary>
    public IReadOnlyList<string> Parts { get; } = language == WordLanguage.German ? Compounds.PartsOf(plain) : [];
}
