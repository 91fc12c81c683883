using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Klapphaus.Server.Stands.Search;

/// <summary>What one word counts in each entry, by the number that the entry has in a snapshot; 0 where it is not found.</summary>
sealed class WordSheet(int length) : ICollector
{
    readonly float[] scores = new float[length];
    Scorer scorer = null!;
    int first;

    /// <summary>How many entries have it.</summary>
    public int Found { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public float this[int entry] => scores[entry];

    /// <summary>How much the word tells entries apart, by the usual measure of BM25.</summary>
    public float Rarity(int entries) => (float)Math.Log(1 + (entries - Found + 0.5) / (Found + 0.5));

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => first = context.DocBase;

    public void Collect(int doc)
    {
        scores[first + doc] = scorer.GetScore();
        Found++;
    }

    /// <summary>Adds what was found less strictly: all of it counts less than anything that is there already.</summary>
    public void AddBehind(WordSheet other)
    {
        var (least, most) = (scores.Where(s => s > 0).DefaultIfEmpty(0).Min(), other.scores.DefaultIfEmpty(0).Max());
        var share = least > 0 && most > 0 ? least / (2 * most) : 1;
        for (var entry = 0; entry < scores.Length; entry++)
        {
            if (scores[entry] > 0 || other.scores[entry] <= 0) continue;
            scores[entry] = other.scores[entry] * share;
            Found++;
        }
    }

    /// <summary>The entries that are on all sheets, each with the least that it has there.</summary>
    public static WordSheet OnAll(IReadOnlyList<WordSheet> sheets)
    {
        var all = new WordSheet(sheets[0].scores.Length);
        for (var entry = 0; entry < all.scores.Length; entry++)
        {
            all.scores[entry] = sheets.Min(s => s.scores[entry]);
            if (all.scores[entry] > 0) all.Found++;
        }
        return all;
    }
}
