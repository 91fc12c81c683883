namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>Reads texts for the index and remembers the forms of each word that it met. For one caller at a time.</summary>
sealed class Lexicon
{
    /// <summary>Words of texts that are no more stay until there are so many: some ten times those of a great fair, in about 50 MB.</summary>
    const int Most = 200_000;

    readonly Dictionary<(string Plain, WordLanguage Language), WordForms> known = [];

    public Word[] Read(string text, WordLanguage language) => [.. WordReader.Read(text).Select(w => new Word(w.Start, w.Length, Of(w.Plain, language)))];

    WordForms Of(string plain, WordLanguage language)
    {
        if (known.TryGetValue((plain, language), out var forms)) return forms;
        if (known.Count >= Most) known.Clear();
        return known[(plain, language)] = new(plain, language);
    }
}
