using System.Threading.Channels;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands.Search;

/// <summary>
/// Keeps this process's index in step with what the process knows of stands: each that is otherwise than before is read again, with all that it shows to
/// everybody. Nobody waits for that; as long as not all have been read for the first time, searches find those that have.
/// </summary>
sealed class StandReader(IGrainFactory grains, StandShelf shelf, StandIndex index, TimeProvider time, ILogger<StandReader> log) : BackgroundService
{
    /// <summary>So many are read and put into the index at once: few enough that a change never waits for long, many enough that a whole fair is read in seconds.</summary>
    const int MostAtOnce = 8;

    /// <summary>Between them others come first: a house that has just started is being entered.</summary>
    static readonly TimeSpan rest = TimeSpan.FromMilliseconds(20);

    /// <summary>Before a stand that does not answer is asked again.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    /// <summary>Somebody who may see only what everybody may see.</summary>
    static readonly StandCaller everybody = new("", "", Roles.Visitor, []);

    readonly Channel<(StandSummary[] Stands, Vocabulary Words)> heard =
        Channel.CreateBounded<(StandSummary[], Vocabulary)>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>The open stands that are in the index, as they were known when they were read.</summary>
    readonly Dictionary<string, StandSummary> read = [];

    /// <summary>Those that have to be read, in the order in which that was heard; those that have not answered come last.</summary>
    readonly OrderedDictionary<string, StandSummary> stale = [];

    /// <summary>Of those the ones that have not answered at least once: nobody waits for them.</summary>
    readonly HashSet<string> silent = [];
    Vocabulary? words;
    volatile bool isComplete;

    /// <summary>Every stand that answers has been read at least once.</summary>
    public bool IsComplete => isComplete;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        shelf.Heard = (stands, vocabulary) => heard.Writer.TryWrite((stands, vocabulary));
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (stands, vocabulary) in heard.Reader.ReadAllAsync(stoppingToken))
        {
            Compare(stands, vocabulary);
            while (stale.Count > 0)
            {
                await Task.Delay(await ReadSomeAsync() ? rest : patience, time, stoppingToken);
                isComplete |= stale.Keys.All(silent.Contains);
                if (heard.Reader.TryRead(out var newer)) Compare(newer.Stands, newer.Words);
            }
            isComplete = true;
        }
    }

    /// <summary>Finds out what has to be read. What is not open any more is not found from this moment on.</summary>
    void Compare(StandSummary[] stands, Vocabulary vocabulary)
    {
        var open = stands.Where(s => s.IsOpen()).ToDictionary(s => s.Id);
        foreach (var gone in read.Keys.Concat(stale.Keys).Where(id => !open.ContainsKey(id)).ToHashSet()) Forget(gone);
        var areRenamed = !ReferenceEquals(vocabulary, words);
        words = vocabulary;
        foreach (var stand in open.Values)
            if (areRenamed || !stand.IsSameAs(read.GetValueOrDefault(stand.Id))) stale[stand.Id] = stand;
    }

    void Forget(string stand)
    {
        stale.Remove(stand);
        silent.Remove(stand);
        if (read.Remove(stand)) index.Remove(stand);
    }

    /// <summary>False when none of them has answered.</summary>
    async Task<bool> ReadSomeAsync()
    {
        StandSummary[] some = [.. stale.Values.Take(MostAtOnce)];
        var readings = await Task.WhenAll(some.Select(ReadAsync));
        var entries = new List<StandEntry>();
        foreach (var (stand, reading) in some.Zip(readings))
        {
            if (reading is null)
            {
                stale.Remove(stand.Id);
                stale[stand.Id] = stand;
                silent.Add(stand.Id);
                continue;
            }
            silent.Remove(stand.Id);
            if (reading.Error != ErrorCode.None)
            {
                Forget(stand.Id); // hidden meanwhile: the book will say so, and say it when it is shown again
                continue;
            }
            stale.Remove(stand.Id);
            entries.Add(StandEntries.Of(stand.Id, reading, words!));
            read[stand.Id] = stand;
        }
        index.Put(entries);
        return Array.Exists(readings, r => r is not null);
    }

    async Task<StandReading?> ReadAsync(StandSummary stand)
    {
        try
        {
            return await grains.GetGrain<IStandGrain>(stand.Id).Read(everybody);
        }
        catch (Exception e) when (e is not OutOfMemoryException) // the stand does not answer, or its store; the others are read all the same
        {
            log.StandUnread(stand.Id, e.GetType().Name);
            return null;
        }
    }
}
