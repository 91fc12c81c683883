using Klapphaus.Server.Stands.Search.Words;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Klapphaus.Server.Stands.Search;

/// <summary>
/// The index of all stands and their materials, by which they are found. It is in memory only and is built again from the stands. A change to a stand, with
/// all its materials, is seen by a search wholly or not at all, and searches never wait for changes.
/// </summary>
sealed class StandIndex : IDisposable
{
    readonly System.Threading.Lock gate = new(); // the index library has a type of that name, too
    readonly Lexicon lexicon = new();
    readonly WordSimilarity similarity = new();
    readonly RAMDirectory memory = new();
    readonly KeywordAnalyzer analyzer = new(); // never asked: all words are read before
    readonly IndexWriter writer;
    readonly Dictionary<int, IndexedEntry> numbered = [];
    readonly Dictionary<string, List<int>> numbersOf = [];
    volatile StandSnapshot current;
    int next;
    volatile bool disposed;

    public StandIndex()
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            Similarity = similarity,
            MergeScheduler = new SerialMergeScheduler(), // the index is small; no threads of its own
            MergePolicy = new TieredMergePolicy { FloorSegmentMB = 0.1 }, // a stand is some 0.1 MB; else all of it is written anew every few changes
        };
        writer = new(memory, config);
        current = new(DirectoryReader.Open(writer, applyAllDeletes: true), similarity, numbered);
    }

    /// <summary>These stands are like this now. One that is not published is taken out.</summary>
    public void Put(params IEnumerable<StandEntry> stands)
    {
        lock (gate)
        {
            foreach (var stand in stands) Replace(stand.Id, IndexedEntry.Of(stand, lexicon));
            Publish();
        }
    }

    /// <summary>The stand is no more.</summary>
    public void Remove(string stand)
    {
        lock (gate)
        {
            Replace(stand, []);
            Publish();
        }
    }

    /// <summary>Looks for stands and materials. Any text can be looked for.</summary>
    /// <param name="query">The words and the filters.</param>
    /// <param name="isStaffed">Whether somebody is at a stand now; asked once for each stand.</param>
    /// <param name="near">Where the asker is, when the nearest are to come first.</param>
    public StandAnswer Find(StandQuery query, Func<string, bool> isStaffed, Nearness? near = null)
    {
        var snapshot = Borrow();
        try
        {
            return new StandSearch(snapshot, query, isStaffed, near).Run();
        }
        finally
        {
            snapshot.Return();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (disposed) return;
            disposed = true;
            current.Return();
            writer.Dispose();
            analyzer.Dispose();
            memory.Dispose();
        }
    }

    StandSnapshot Borrow()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            var snapshot = current;
            if (snapshot.TryBorrow()) return snapshot;
        }
    }

    /// <summary>Takes out all that the stand had, and puts in these, as one change.</summary>
    void Replace(string stand, IReadOnlyList<IndexedEntry> entries)
    {
        if (numbersOf.Remove(stand, out var old)) old.ForEach(n => numbered.Remove(n));
        var term = new Term(IndexField.Stand, stand);
        if (entries.Count == 0)
        {
            writer.DeleteDocuments(term);
            return;
        }
        var numbers = new List<int>();
        foreach (var entry in entries)
        {
            numbers.Add(next);
            numbered[next++] = entry;
        }
        numbersOf[stand] = numbers;
        writer.UpdateDocuments(term, entries.Select((e, i) => EntryDocument.Of(e, numbers[i])));
    }

    /// <summary>From now on searches see what was changed.</summary>
    void Publish()
    {
        if (DirectoryReader.OpenIfChanged(current.Reader, writer, applyAllDeletes: true) is not { } reader) return;
        var before = current;
        current = new(reader, similarity, numbered);
        before.Return();
    }
}
