using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Klapphaus.Server.Stands.Search;

/// <summary>
/// BM25 over several fields of different weight. How rare a word is, is not asked of each field by itself: else a word that is in many names and in a single
/// text would count more in the text. <see cref="WordSheet.Rarity"/> tells it once for all fields.
/// </summary>
sealed class WordSimilarity : BM25Similarity
{
    protected override float Idf(long docFreq, long numDocs) => 1;

    /// <summary>Among the entries that have the field at all: few materials have topics.</summary>
    protected override float AvgFieldLength(CollectionStatistics collectionStats) =>
        collectionStats is { SumTotalTermFreq: > 0, DocCount: > 0 } ? (float)((double)collectionStats.SumTotalTermFreq / collectionStats.DocCount) : 1;
}
