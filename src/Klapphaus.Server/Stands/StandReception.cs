using System.Collections.Concurrent;
using Klapphaus.Grains.Rooms;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.House;
using Klapphaus.Server.Rooms;
using Klapphaus.World.Stands;
using StackExchange.Redis;

namespace Klapphaus.Server.Stands;

/// <summary>
/// Knows which of this process's clients are at stands, ring there, or are on duty for them, and tells the stands: all of a stand in one call, a moment after
/// something has changed, and every few seconds besides. So nothing waits for a stand, nothing queues up, and one that has forgotten everybody knows them again.
/// </summary>
sealed partial class StandReception(
    IGrainFactory grains, StandShelf shelf, RoomFeeds feeds, Visitors visitors, IConnectionMultiplexer store, TimeProvider time, ILogger<StandReception> log) : BackgroundService
{
    /// <summary>Several come and go within a moment; a stand is told this often at most.</summary>
    static readonly TimeSpan pace = TimeSpan.FromMilliseconds(200);

    /// <summary>Stands are patient for three of these and more (<see cref="Attendance.Silence"/>).</summary>
    static readonly TimeSpan renewal = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<string, byte> underWay = new(StringComparer.Ordinal);

    /// <summary>Never held while a feed is asked for anything: feeds call in here with their own lock held.</summary>
    readonly Lock gate = new();
    readonly Dictionary<string, Attending> attending = [];
    readonly HashSet<string> stale = [];
    readonly HashSet<string> told = [];
    readonly Dictionary<string, HashSet<string>> gone = [];

    public async Task<ErrorCode> RingAsync(Visitor visitor, string stand, BellWish wish, bool resume)
    {
        if (visitor.Stay is not { } stay) return ErrorCode.NotInRoom;
        var place = Array.Find(shelf.In(stay.Room), s => s.Id == stand);
        if (place is null || stay.Feed.Find(stay.Viewer, place.Area) is not { } seen) return (await At(stand).Ring(feeds.Id, visitor.Caller.ToStandCaller(), Stranger(visitor), null, wish, resume)).Error;
        var guest = Guest(visitor, seen.Person, time.GetUtcNow(), null);
        var (error, activation) = await At(stand).Ring(feeds.Id, visitor.Caller.ToStandCaller(), guest, seen.IsThere ? new(place.Room, place.Area) : null, wish, resume);
        if (error != ErrorCode.None) return error;
        lock (gate)
        {
            if (Of(visitor) is { } known) (known.RingsAt, known.Rang, known.Since) = (stand, activation, known.Area is null ? guest.Since : known.Since);
            stale.Add(stand);
        }
        return ErrorCode.None;
    }

    /// <summary>A client has nothing to do with somebody from now on, or again: the stands are told for which it is on duty.</summary>
    public void Shun(Visitor visitor)
    {
        lock (gate)
            if (attending.TryGetValue(visitor.ConnectionId, out var known)) stale.UnionWith(known.Duties.Keys);
    }

    /// <summary>A client leaves its room for another, and no stand there waits for it.</summary>
    public void LeaveRoom(Visitor visitor)
    {
        lock (gate)
        {
            if (!attending.TryGetValue(visitor.ConnectionId, out var known)) return;
            foreach (var stand in Visits(known)) LetGo(stand, visitor.Caller.Id);
            (known.Area, known.RingsAt) = (null, null);
            ForgetIdle(known);
        }
    }

    /// <summary>A client leaves its room for none: whoever leaves the house is on duty nowhere, unless they are so by another connection.</summary>
    public void LeaveHouse(Visitor visitor)
    {
        lock (gate)
        {
            if (!attending.Remove(visitor.ConnectionId, out var known)) return;
            foreach (var stand in Visits(known).Concat(known.Duties.Keys)) LetGo(stand, visitor.Caller.Id);
        }
    }

    /// <summary>A connection has ended. Whoever comes back within a moment has lost nothing.</summary>
    public void Lose(Visitor visitor)
    {
        lock (gate)
        {
            if (!attending.Remove(visitor.ConnectionId, out var known)) return;
            foreach (var stand in Visits(known).Concat(known.Duties.Keys))
                if (visitor.IsGoneForGood) LetGo(stand, visitor.Caller.Id);
                else stale.Add(stand);
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        feeds.Reached = Reached;
        await HearOfDutiesAsync();
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await store.GetSubscriber().UnsubscribeAsync(duties, flags: CommandFlags.FireAndForget);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pace, time);
        var renewed = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var everything = time.GetElapsedTime(renewed) >= renewal;
            if (everything) renewed = time.GetTimestamp();
            foreach (var stand in Due(everything)) _ = TellAsync(stand);
        }
    }

    /// <summary>A client has come into an area, or has left it. Its feed holds its own lock.</summary>
    void Reached(Viewer viewer, string room, string? area)
    {
        lock (gate)
        {
            if (visitors.Find(viewer.Outlet.ConnectionId) is not { } visitor) return;
            if (area is null && attending.GetValueOrDefault(visitor.ConnectionId)?.Viewer != viewer) return; // it has come in anew meanwhile
            if (Of(visitor) is not { } known) return;
            stale.UnionWith(Visits(known));
            (known.Viewer, known.Room, known.Area, known.Since) = (viewer, room, area, time.GetUtcNow());
            stale.UnionWith(Visits(known));
            ForgetIdle(known);
        }
    }

    /// <summary>The stands that are to be told now.</summary>
    List<string> Due(bool everything)
    {
        lock (gate)
        {
            if (everything) stale.UnionWith([.. told, .. attending.Values.SelectMany(a => Visits(a).Concat(a.Duties.Keys))]);
            List<string> due = [.. stale.Where(s => underWay.TryAdd(s, 0))];
            stale.ExceptWith(due);
            return due;
        }
    }

    async Task TellAsync(string stand)
    {
        HashSet<string> left = [];
        try
        {
            lock (gate)
                if (gone.Remove(stand, out var members)) left = members;
            var asked = time.GetTimestamp();
            var hosts = await Task.WhenAll(HostsOf(stand).Select(KnowAsync));
            var ringers = RingersOf(stand);
            var guests = GuestsOf(stand);
            var answer = await At(stand).Attend(new() { Process = feeds.Id, Guests = guests, Hosts = hosts, Gone = [.. left] });
            Hear(stand, guests, ringers, answer);
            Relieve(stand, answer.NotOnDuty, asked);
            lock (gate)
                if (guests.Length + hosts.Length > 0) told.Add(stand);
                else told.Remove(stand);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            log.StandSilent(e.GetType().Name);
            lock (gate)
            {
                told.Add(stand); // and so asked again at the next renewal
                foreach (var member in left) LetGo(stand, member, isStale: false);
            }
        }
        finally
        {
            underWay.TryRemove(stand, out _);
        }
    }

    StandGuest[] GuestsOf(string stand)
    {
        if (shelf.Find(stand) is not { } place) return [];
        List<(Visitor Visitor, DateTimeOffset Since, Guid? Rang)> there;
        lock (gate)
        {
            there = [.. attending.Values.Where(a => !a.Visitor.IsSentAway && (a.RingsAt == stand || a.Room == place.Room && a.Area == place.Area))
                .Select(a => (a.Visitor, a.Since, a.RingsAt == stand ? a.Rang : (Guid?)null))];
        }
        return [.. there.Select(t => Find(t.Visitor, place) is { } person ? Guest(t.Visitor, person, t.Since, t.Rang) : null).OfType<StandGuest>().DistinctBy(g => g.Member)];
    }

    /// <summary>The connections that have rung at a stand, and to which activation of it, as far as is known here.</summary>
    Dictionary<string, Guid> RingersOf(string stand)
    {
        lock (gate) return attending.Values.Where(a => a.RingsAt == stand).ToDictionary(a => a.Visitor.ConnectionId, a => a.Rang);
    }

    /// <summary>What the stand makes of it: a ring that is over needs no more looking after.</summary>
    void Hear(string stand, StandGuest[] guests, Dictionary<string, Guid> ringers, AttendanceAnswer answer)
    {
        lock (gate)
        {
            foreach (var guest in guests)
                if (answer.Ringing.Contains(guest.Member) && attending.TryGetValue(guest.Connection, out var known)) (known.RingsAt, known.Rang) = (stand, answer.Activation);
            foreach (var (connection, rang) in ringers)
            {
                if (!attending.TryGetValue(connection, out var known) || known.RingsAt != stand || known.Rang != rang || answer.Ringing.Contains(known.Visitor.Caller.Id)) continue;
                // who was not named, and whose ring the stand has forgotten in its sleep, is to be told so when they are back
                if (rang != answer.Activation && !Array.Exists(guests, g => g.Connection == connection)) continue;
                known.RingsAt = null;
                ForgetIdle(known);
            }
        }
    }

    /// <summary>What is known of a client; null when it has gone meanwhile.</summary>
    Attending? Of(Visitor visitor)
    {
        if (attending.TryGetValue(visitor.ConnectionId, out var known)) return known;
        return visitors.Find(visitor.ConnectionId) == visitor ? attending[visitor.ConnectionId] = new(visitor) : null;
    }

    void ForgetIdle(Attending known)
    {
        if (known.IsIdle) attending.Remove(known.Visitor.ConnectionId);
    }

    void LetGo(string stand, string member, bool isStale = true)
    {
        if (!gone.TryGetValue(stand, out var members)) gone[stand] = members = [];
        members.Add(member);
        if (isStale) stale.Add(stand);
    }

    /// <summary>The stands at which somebody is: the one in whose area they are, and the one at which they have rung.</summary>
    HashSet<string> Visits(Attending known)
    {
        HashSet<string> stands = [];
        if (known.Area is { } area && Array.Find(shelf.In(known.Room), s => s.Area == area) is { } stand) stands.Add(stand.Id);
        if (known.RingsAt is { } rings) stands.Add(rings);
        return stands;
    }

    /// <summary>Somebody who is at a stand, as their room shows them; null when they are not.</summary>
    static RoomPerson? Find(Visitor visitor, StandSummary place) =>
        visitor.Stay is { } stay && stay.Room == place.Room && stay.Feed.Find(stay.Viewer, place.Area) is (var person, true) ? person : null;

    static StandGuest Guest(Visitor visitor, RoomPerson person, DateTimeOffset since, Guid? rang) => new()
    {
        Member = visitor.Caller.Id,
        Connection = visitor.ConnectionId,
        Name = person.Name,
        Affiliation = person.Affiliation,
        Since = since,
        Shuns = person.Shuns,
        Rang = rang,
    };

    /// <summary>Somebody who is not to be seen in the room just now.</summary>
    StandGuest Stranger(Visitor visitor) => new() { Member = visitor.Caller.Id, Connection = visitor.ConnectionId, Name = visitor.Caller.Name, Since = time.GetUtcNow() };

    IStandBellGrain At(string stand) => grains.GetGrain<IStandBellGrain>(stand);
}
