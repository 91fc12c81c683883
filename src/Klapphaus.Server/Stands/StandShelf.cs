using Klapphaus.Grains.Stands;
using Klapphaus.Server.Rooms;
using Klapphaus.World.Stands;
using StackExchange.Redis;

namespace Klapphaus.Server.Stands;

/// <summary>
/// What this process knows of all stands: a copy of the house's book, and of the words of its vocabulary, read again when any process says through the store
/// that something is otherwise than before, and once in a while in any case. Rooms that are open here are told.
/// </summary>
sealed class StandShelf(IGrainFactory grains, IConnectionMultiplexer store, RoomFeeds feeds, TimeProvider time, ILogger<StandShelf> log) : BackgroundService
{
    static readonly RedisChannel channel = StandMessenger.Book;

    /// <summary>Several hosts may be typing; the book is read this often at most.</summary>
    static readonly TimeSpan pace = TimeSpan.FromMilliseconds(200);

    /// <summary>A word through the store may get lost.</summary>
    static readonly TimeSpan longest = TimeSpan.FromSeconds(60);

    volatile Stock stock = new(0, [], []);
    volatile WordStock words = new(0, new([]));
    int stale = 1;
    bool failing;

    /// <summary>Is told all stands and words each time that something is otherwise than before, the first time when they have been read at all.</summary>
    public Action<StandSummary[], Vocabulary>? Heard { get; set; }

    /// <summary>The stands of the house, as this process knows them.</summary>
    public StandSummary[] All => stock.All;

    IStandBookGrain Book => grains.GetGrain<IStandBookGrain>(IStandBookGrain.TheBook);

    IVocabularyGrain Vocabulary => grains.GetGrain<IVocabularyGrain>(IVocabularyGrain.TheVocabulary);

    /// <summary>The stands of a room, as this process knows them; the same list as long as none of them has changed.</summary>
    public StandSummary[] In(string room) => stock.ByRoom.GetValueOrDefault(room, []);

    /// <summary>A stand, as this process knows it.</summary>
    public StandSummary? Find(string stand) => Array.Find(stock.All, s => s.Id == stand);

    /// <summary>The stands that somebody may staff, as this process knows them.</summary>
    public IEnumerable<StandSummary> StaffedBy(string member) => stock.All.Where(s => s.Staff.Contains(member));

    /// <summary>All stands as they are now, for who has just changed one.</summary>
    public async Task<StandSummary[]> ReadAsync()
    {
        var known = stock;
        return await Book.Stands(known.Version) is { } newer ? Stock.Lit(newer) : known.All;
    }

    /// <summary>The words as they are now, for who has just changed one.</summary>
    public async Task<Vocabulary> ReadWordsAsync()
    {
        var known = words;
        return await Vocabulary.Words(known.Version) is { } newer ? newer.ToVocabulary() : known.Words;
    }

    /// <summary>A stand, or a word, is otherwise than before: every process is to look.</summary>
    public async Task ChangedAsync()
    {
        Volatile.Write(ref stale, 1);
        try
        {
            await store.GetSubscriber().PublishAsync(channel, RedisValue.EmptyString);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            log.Untold(e.GetType().Name);
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        feeds.Stands = In;
        var queue = await store.GetSubscriber().SubscribeAsync(channel);
        queue.OnMessage(_ => Volatile.Write(ref stale, 1));
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await store.GetSubscriber().UnsubscribeAsync(channel, flags: CommandFlags.FireAndForget);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pace, time);
        var read = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (Interlocked.Exchange(ref stale, 0) == 0 && time.GetElapsedTime(read) < longest) continue;
            read = time.GetTimestamp();
            await RefreshAsync();
        }
    }

    async Task RefreshAsync()
    {
        try
        {
            var (stands, vocabulary) = (await Book.Stands(stock.Version), await Vocabulary.Words(words.Version));
            if (vocabulary is not null) words = new(vocabulary.Version, vocabulary.ToVocabulary());
            if (stands is not null)
            {
                stock = Stock.Of(stands, stock);
                foreach (var feed in feeds.ByRoom(f => f).Values) feed.TellStands();
            }
            if (stands is not null || vocabulary is not null) Heard?.Invoke(stock.All, words.Words);
            failing = false;
        }
        catch (Exception e) when (e is not OutOfMemoryException) // the house does not answer, or its store; it is asked again
        {
            if (!failing) log.Unread(e.GetType().Name);
            failing = true;
            Volatile.Write(ref stale, 1);
        }
    }

    /// <summary>The copy of the words.</summary>
    sealed record WordStock(long Version, Vocabulary Words);

    /// <summary>The copy, sorted by room.</summary>
    sealed record Stock(long Version, StandSummary[] All, Dictionary<string, StandSummary[]> ByRoom)
    {
        public static Stock Of(StandIndex index, Stock before) =>
            new(index.Version, Lit(index), Lit(index).GroupBy(s => s.Room).ToDictionary(room => room.Key, room => Keep(before.ByRoom.GetValueOrDefault(room.Key), [.. room])));

        /// <summary>All stands, and at which somebody is on duty.</summary>
        public static StandSummary[] Lit(StandIndex index) =>
            index.Manned.Length == 0 ? index.Stands : Array.ConvertAll(index.Stands, s => index.Manned.Contains(s.Id) ? s with { Staffed = true } : s);

        static StandSummary[] Keep(StandSummary[]? before, StandSummary[] now) =>
            before is not null && before.Length == now.Length && before.Zip(now).All(pair => pair.First.LooksLike(pair.Second)) ? before : now;
    }
}
