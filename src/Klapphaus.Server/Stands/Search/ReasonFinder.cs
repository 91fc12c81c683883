using Klapphaus.Server.Stands.Search.Words;

namespace Klapphaus.Server.Stands.Search;

/// <summary>Tells why entries were found: the fields that have the words, the best first, those before that only have something like them, until each word is shown once.</summary>
/// <param name="words">The words that were looked for.</param>
sealed class ReasonFinder(IReadOnlyList<QueryWord> words)
{
    const int MostReasons = 3;

    /// <summary>Which of the words each word of a text answers to, a bit for each; texts have many words, and few different ones.</summary>
    readonly Dictionary<WordForms, int> answers = [];
    readonly Dictionary<WordForms, int> same = [];

    public IReadOnlyList<MatchReason> Of(IndexedEntry entry)
    {
        var reasons = new List<MatchReason>();
        var told = new HashSet<IndexedText>(ReferenceEqualityComparer.Instance);
        var (shown, all) = (0, (1 << words.Count) - 1);
        foreach (var bitsOf in new[] { Same, Answer })
        {
            foreach (var text in entry.Texts)
            {
                if (shown == all || reasons.Count == MostReasons) return reasons;
                var bits = text.Words.Aggregate(0, (found, word) => found | bitsOf(word.Forms));
                if ((bits & ~shown) == 0) continue;
                shown |= bits;
                if (told.Add(text)) reasons.Add(Snippet.Of(text, [.. text.Words.Where(w => Answer(w.Forms) != 0)]));
            }
        }
        return reasons;
    }

    int Same(WordForms forms) => Bits(same, forms, (word, f) => word.Is(f));

    int Answer(WordForms forms) => Bits(answers, forms, (word, f) => word.Answers(f));

    int Bits(Dictionary<WordForms, int> known, WordForms forms, Func<QueryWord, WordForms, bool> fits)
    {
        if (known.TryGetValue(forms, out var bits)) return bits;
        for (var word = 0; word < words.Count; word++)
            if (fits(words[word], forms)) bits |= 1 << word;
        return known[forms] = bits;
    }
}
