using Klapphaus.Server.House;
using Klapphaus.Server.Rooms;
using StackExchange.Redis;

namespace Klapphaus.Server.Presence;

/// <summary>
/// Who is in the house and in which room, and who can be reached by a connection in the background, kept in the store by every process for its own connections
/// and renewed every 10 s. It ages out by itself, and nobody needs it to walk or talk: a store that does not answer is logged and waited for.
/// </summary>
sealed class PresenceBook(IConnectionMultiplexer store, Visitors visitors, RoomFeeds feeds, TimeProvider time, ILogger<PresenceBook> log) : BackgroundService
{
    static readonly TimeSpan renewal = TimeSpan.FromSeconds(10);
    static readonly TimeSpan lifetime = TimeSpan.FromSeconds(35);

    long writtenAt = time.GetTimestamp();
    long errors;

    /// <summary>Since the store last took what was to be written; grows only while there is somebody to write about.</summary>
    public TimeSpan Lag => visitors.All.Count == 0 ? TimeSpan.Zero : time.GetElapsedTime(Volatile.Read(ref writtenAt));

    public long Errors => Volatile.Read(ref errors);

    public async Task SeenAsync(Visitor visitor)
    {
        await TryAsync(batch => Write(batch, visitor));
        await ForgetGoneAsync([visitor]);
    }

    public Task GoneAsync(Visitor visitor)
    {
        // a second tab of the same person has taken over: the member is still here
        if (visitors.All.Any(v => v.Caller.Id == visitor.Caller.Id && v.IsBackground == visitor.IsBackground)) return Task.CompletedTask;
        if (visitor.IsBackground) return TryAsync(batch => [batch.SortedSetRemoveAsync(PresenceKeys.Reachable, visitor.Caller.Id)]);
        return TryAsync(batch =>
        [
            batch.SortedSetRemoveAsync(PresenceKeys.LastSeen, visitor.Caller.Id),
            batch.KeyDeleteAsync(PresenceKeys.OfMember(visitor.Caller.Id)),
        ]);
    }

    /// <summary>How each of some members can be met, on whichever process of the house; nobody is waited for but the store.</summary>
    public async Task<IReadOnlyDictionary<string, Nearness>> FindAsync(IReadOnlyCollection<string> members)
    {
        try
        {
            var batch = store.GetDatabase().CreateBatch();
            var asked = members.ToDictionary(m => m, m => (Seen: batch.SortedSetScoreAsync(PresenceKeys.LastSeen, m), Reached: batch.SortedSetScoreAsync(PresenceKeys.Reachable, m)));
            batch.Execute();
            var oldest = Now() - lifetime.TotalSeconds;
            var found = new Dictionary<string, Nearness>(asked.Count, StringComparer.Ordinal);
            foreach (var (member, (seen, reached)) in asked)
                found[member] = await seen >= oldest ? Nearness.InHouse : await reached >= oldest ? Nearness.Reachable : Nearness.Away;
            return found;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            log.StoreUnread(e.GetType().Name);
            return members.ToDictionary(m => m, _ => Nearness.Unknown);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(renewal, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var here = visitors.All.Where(v => v.Welcome).ToList();
            if (here.Count == 0) continue;
            await TryAsync(batch =>
            [
                .. here.SelectMany(v => Write(batch, v)),
                batch.SortedSetRemoveRangeByScoreAsync(PresenceKeys.LastSeen, double.NegativeInfinity, Now() - lifetime.TotalSeconds),
                batch.SortedSetRemoveRangeByScoreAsync(PresenceKeys.Reachable, double.NegativeInfinity, Now() - lifetime.TotalSeconds),
            ]);
            await ForgetGoneAsync(here);
        }
    }

    /// <summary>Who went while it was written that they are here may have been taken out before.</summary>
    Task ForgetGoneAsync(IEnumerable<Visitor> written) => Task.WhenAll(written.Where(v => visitors.Find(v.ConnectionId) != v).Select(GoneAsync));

    List<Task> Write(IBatch batch, Visitor visitor)
    {
        // who only wants to be reached is in no room, and says nothing of the one that a window of theirs is in
        if (visitor.IsBackground) return [batch.SortedSetAddAsync(PresenceKeys.Reachable, visitor.Caller.Id, Now())];
        var key = PresenceKeys.OfMember(visitor.Caller.Id);
        return
        [
            batch.SortedSetAddAsync(PresenceKeys.LastSeen, visitor.Caller.Id, Now()),
            batch.HashSetAsync(key, [new("name", visitor.Caller.Name), new("room", visitor.Stay?.Room ?? ""), new("process", feeds.Id)]),
            batch.KeyExpireAsync(key, lifetime),
        ];
    }

    async Task TryAsync(Func<IBatch, IReadOnlyCollection<Task>> write)
    {
        try
        {
            var batch = store.GetDatabase().CreateBatch();
            var writes = write(batch);
            batch.Execute();
            await Task.WhenAll(writes);
            Volatile.Write(ref writtenAt, time.GetTimestamp());
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            Interlocked.Increment(ref errors);
            log.StoreSilent(e.GetType().Name);
        }
    }

    long Now() => time.GetUtcNow().ToUnixTimeSeconds();
}
