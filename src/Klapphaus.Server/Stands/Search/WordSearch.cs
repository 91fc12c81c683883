using Lucene.Net.Search;

namespace Klapphaus.Server.Stands.Search;

/// <summary>
/// Finds one word in a snapshot of the index: first as it is typed, in all its forms. Where that leads nearly nowhere the word is taken more loosely, and
/// what is found so stands behind: entries that have all parts of a compound, and words that are written almost alike.
/// </summary>
/// <param name="searcher">The snapshot.</param>
sealed class WordSearch(IndexSearcher searcher)
{
    /// <summary>Whoever sees so many hits is not helped by more that only resemble what was meant.</summary>
    const int Enough = 3;

    /// <summary>Words that are written almost alike; of more, the most similar.</summary>
    const int MostSimilar = 8;

    /// <summary>In so many words of a search typing errors are looked for. It is what costs most, and somebody who types nonsense is to cost no more than others.</summary>
    const int MostMistyped = 3;

    const float StemShare = 0.8f;
    const float PartShare = 0.5f;
    const float BeginningShare = 0.3f;

    /// <summary>Somebody who has the word in several fields is a little ahead.</summary>
    const float OtherFieldsShare = 0.05f;

    int mistyped;

    public WordSheet Find(QueryWord word)
    {
        var sheet = Run(AsTyped(word));
        if (sheet.Found < Enough && word.Parts.Count > 1)
        {
            sheet.AddBehind(WordSheet.OnAll([.. word.Parts.Select(p => Run(Part(p)))]));
            word.AcceptParts();
        }
        if (sheet.Found < Enough && word.Errors > 0 && mistyped++ < MostMistyped && Similar(word) is { Count: > 0 } similar)
        {
            sheet.AddBehind(Run(AnyOf(similar)));
            foreach (var (text, _) in similar) word.Accept(text);
        }
        return sheet;
    }

    WordSheet Run(Query query)
    {
        var sheet = new WordSheet(searcher.IndexReader.MaxDoc);
        searcher.Search(query, sheet);
        return sheet;
    }

    static DisjunctionMaxQuery AsTyped(QueryWord word)
    {
        var query = new DisjunctionMaxQuery(OtherFieldsShare);
        foreach (var field in IndexField.All)
        {
            query.Add(Has(field.Words, word.Plain, field.Weight));
            query.Add(Has(field.German, word.GermanStem, field.Weight * StemShare));
            query.Add(Has(field.English, word.EnglishStem, field.Weight * StemShare));
            query.Add(Has(field.Parts, word.GermanStem, field.Weight * PartShare));
            if (word.IsBeginning) query.Add(new PrefixQuery(new(field.Words, word.Plain)) { Boost = field.Weight * BeginningShare });
        }
        return query;
    }

    static DisjunctionMaxQuery Part(string stem)
    {
        var query = new DisjunctionMaxQuery(OtherFieldsShare);
        foreach (var field in IndexField.All)
        {
            query.Add(Has(field.German, stem, field.Weight));
            query.Add(Has(field.Parts, stem, field.Weight));
        }
        return query;
    }

    static DisjunctionMaxQuery AnyOf(IReadOnlyList<(string Text, float Likeness)> similar)
    {
        var query = new DisjunctionMaxQuery(OtherFieldsShare);
        foreach (var field in IndexField.All)
        {
            foreach (var (text, likeness) in similar)
            {
                var weight = field.Weight * likeness;
                query.Add(Has(field.Words, text, weight));
                query.Add(Has(field.English, text, weight * StemShare));
                query.Add(Has(field.Parts, text, weight * PartShare));
                foreach (var stem in new HashSet<string> { text, Words.GermanStem.Of(text) }) query.Add(Has(field.German, stem, weight * StemShare));
            }
        }
        return query;
    }

    static TermQuery Has(string field, string term, float weight) => new(new(field, term)) { Boost = weight };

    /// <summary>The words of the index that are written almost like it, each with its likeness up to 1.</summary>
    List<(string Text, float Likeness)> Similar(QueryWord word)
    {
        var fuzzy = new FuzzyQuery(new(IndexField.Spelling, word.Plain), word.Errors, prefixLength: 0, MostSimilar, transpositions: true);
        // It becomes a list of the words that there are, the likeness as their weight.
        return fuzzy.Rewrite(searcher.IndexReader) is BooleanQuery known
            ? [.. known.GetClauses().Select(c => c.Query).OfType<TermQuery>().Select(q => (q.Term.Text, q.Boost))]
            : [];
    }
}
