using Klapphaus.Grains.Stands;
using Klapphaus.Server.Rooms;
using StackExchange.Redis;

namespace Klapphaus.Server.Stands;

/// <summary>
/// What this process knows of all stands: a copy of the house's book, read again when any process says through the store that a stand is otherwise than before,
/// and once in a while in any case. Rooms that are open here are told.
/// </summary>
sealed class StandShelf(IGrainFactory grains, IConnectionMultiplexer store, RoomFeeds feeds, TimeProvider time, ILogger<StandShelf> log) : BackgroundService
{
    static readonly RedisChannel channel = RedisChannel.Literal("klapphaus/stands");

    /// <summary>Several hosts may be typing; the book is read this often at most.</summary>
    static readonly TimeSpan pace = TimeSpan.FromMilliseconds(200);

    /// <summary>A word through the store may get lost.</summary>
    static readonly TimeSpan longest = TimeSpan.FromSeconds(60);

    volatile Stock stock = new(0, [], []);
    int stale = 1;
    bool failing;

    IStandBookGrain Book => grains.GetGrain<IStandBookGrain>(IStandBookGrain.TheBook);

    /// <summary>The stands of a room, as this process knows them; the same list as long as none of them has changed.</summary>
    public StandSummary[] In(string room) => stock.ByRoom.GetValueOrDefault(room, []);

    /// <summary>All stands as they are now, for who has just changed one.</summary>
    public async Task<StandSummary[]> ReadAsync()
    {
        var known = stock;
        return await Book.Stands(known.Version) is { } newer ? newer.Stands : known.All;
    }

    /// <summary>A stand is otherwise than before: every process is to look.</summary>
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
            if (await Book.Stands(stock.Version) is { } index)
            {
                stock = Stock.Of(index, stock);
                foreach (var feed in feeds.ByRoom(f => f).Values) feed.TellStands();
            }
            failing = false;
        }
        catch (Exception e) when (e is not OutOfMemoryException) // the house does not answer, or its store; it is asked again
        {
            if (!failing) log.Unread(e.GetType().Name);
            failing = true;
            Volatile.Write(ref stale, 1);
        }
    }

    /// <summary>The copy, sorted by room.</summary>
    sealed record Stock(long Version, StandSummary[] All, Dictionary<string, StandSummary[]> ByRoom)
    {
        public static Stock Of(StandIndex index, Stock before) =>
            new(index.Version, index.Stands, index.Stands.GroupBy(s => s.Room).ToDictionary(room => room.Key, room => Keep(before.ByRoom.GetValueOrDefault(room.Key), [.. room])));

        static StandSummary[] Keep(StandSummary[]? before, StandSummary[] now) =>
            before is not null && before.Length == now.Length && before.Zip(now).All(pair => pair.First.IsSameAs(pair.Second)) ? before : now;
    }
}
