using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Klapphaus.Server.Stands.Search;

/// <summary>The index as it was after a change: what a search sees of it from beginning to end. It is let go when nobody searches it any more.</summary>
sealed class StandSnapshot
{
    readonly IndexedEntry?[] entries;

    /// <param name="reader">The index.</param>
    /// <param name="similarity">How words are weighed.</param>
    /// <param name="numbered">The entries by their number in the index.</param>
    public StandSnapshot(DirectoryReader reader, Similarity similarity, IReadOnlyDictionary<int, IndexedEntry> numbered)
    {
        Reader = reader;
        Searcher = new(reader) { Similarity = similarity };
        entries = new IndexedEntry?[reader.MaxDoc];
        foreach (var leaf in reader.Leaves)
        {
            var numbers = leaf.AtomicReader.GetNumericDocValues(IndexField.Number);
            var alive = leaf.AtomicReader.LiveDocs;
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
                if (alive is null || alive.Get(doc)) entries[leaf.DocBase + doc] = numbered[(int)numbers.Get(doc)];
        }
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    /// <summary>How many entries there are.</summary>
    public int Count => Reader.NumDocs;

    /// <summary>By the number by which <see cref="WordSheet"/> counts them; null for those that are no more.</summary>
    public IReadOnlyList<IndexedEntry?> Entries => entries;

    /// <summary>False when it was let go meanwhile, since there is a newer one.</summary>
    public bool TryBorrow() => Reader.TryIncRef();

    public void Return() => Reader.DecRef();
}
