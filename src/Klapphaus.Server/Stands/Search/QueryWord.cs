using Klapphaus.Server.Stands.Search.Words;

namespace Klapphaus.Server.Stands.Search;

/// <summary>A word that somebody looks for, and what it takes a word of a text to answer to it.</summary>
sealed class QueryWord
{
    /// <summary>Of more words only the first are looked for: nobody types so many on purpose, and each costs a search.</summary>
    public const int MostWords = 12;

    const int ShortestBeginning = 2;

    readonly HashSet<string> words = [];
    readonly HashSet<string> germanStems = [];
    readonly HashSet<string> englishStems = [];

    QueryWord(string typed, string plain)
    {
        (Typed, Plain, GermanStem, EnglishStem) = (typed, plain, Words.GermanStem.Of(plain), Words.EnglishStem.Of(plain));
        Parts = Compounds.PartsOf(plain);
        words.Add(plain);
        germanStems.Add(GermanStem);
        englishStems.Add(EnglishStem);
    }

    public string Typed { get; }

    public string Plain { get; }

    public string GermanStem { get; }

    public string EnglishStem { get; }

    /// <summary>The stems of its parts, when it is a compound.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>Whether words that begin with it are found: people see hits while they type.</summary>
    public bool IsBeginning => Plain.Length >= ShortestBeginning;

    /// <summary>How many letters may be wrong, missing, too many or in the wrong order. In a number none: 2024 is not 2025. Two in an endless word would cost too much.</summary>
    public int Errors => Plain.Any(char.IsDigit) ? 0 : Plain.Length switch { < 4 => 0, < 8 => 1, <= 32 => 2, _ => 1 };

    /// <summary>The words of a text, each once. Stop words are left out, unless there is nothing else.</summary>
    public static IReadOnlyList<QueryWord> Read(string text)
    {
        var bounded = text.Length > StandQuery.LongestText ? text[..StandQuery.LongestText] : text;
        var all = WordReader.Read(bounded).DistinctBy(w => w.Plain).ToList();
        if (all.Exists(w => !StopWords.Contains(w.Plain))) all.RemoveAll(w => StopWords.Contains(w.Plain));
        return [.. all.Take(MostWords).Select(w => new QueryWord(bounded.Substring(w.Start, w.Length), w.Plain))];
    }

    /// <summary>From now on this word answers, too, since it is written almost alike.</summary>
    public void Accept(string similar)
    {
        words.Add(similar);
        germanStems.UnionWith([similar, Words.GermanStem.Of(similar)]);
        englishStems.Add(similar);
    }

    /// <summary>From now on each of its parts answers, too.</summary>
    public void AcceptParts() => germanStems.UnionWith(Parts);

    /// <summary>Whether a word of a text is this one in any form, not merely like it or a part of it.</summary>
    public bool Is(WordForms word) =>
        word.Plain.StartsWith(Plain, StringComparison.Ordinal) && (IsBeginning || word.Plain.Length == Plain.Length)
        || word.Language == WordLanguage.German && word.Stem == GermanStem
        || word.Language == WordLanguage.English && word.Stem == EnglishStem;

    public bool Answers(WordForms word) =>
        Is(word)
        || words.Contains(word.Plain)
        || word.Language == WordLanguage.German && (germanStems.Contains(word.Stem) || word.Parts.Any(germanStems.Contains))
        || word.Language == WordLanguage.English && englishStems.Contains(word.Stem);
}
