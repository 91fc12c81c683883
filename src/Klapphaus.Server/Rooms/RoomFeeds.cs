using Klapphaus.Grains.Members;

namespace Klapphaus.Server.Rooms;

/// <summary>The rooms that this process has clients in: one link each, opened by the first client and closed after the last.</summary>
sealed class RoomFeeds(IGrainFactory grains, Media.MediaDesk desk, TimeProvider time, Telemetry.FeedMeter meter, ILogger<RoomFeeds> log) : BackgroundService
{
    /// <summary>How often each link looks whether its room still answers.</summary>
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(250);

    readonly Lock gate = new();
    readonly Dictionary<string, Slot> slots = [];

    /// <summary>Tells this process from others, and from itself before a restart.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What to do with a client that the room's grain sent away.</summary>
    public Action<Viewer, Contracts.DisconnectCode, BanState?>? SentAway { get; set; }

    /// <summary>What the process knows of the stands of a room.</summary>
    public Func<string, Grains.Stands.StandSummary[]>? Stands { get; set; }

    /// <summary>What to do when a client has come into an area of a room, or has left it (null).</summary>
    public Action<Viewer, string, string?>? Reached { get; set; }

    /// <summary>The room's feed; each call is to be answered by one <see cref="Release"/>, unless it gave null: then there is no such room.</summary>
    public async Task<RoomFeed?> OpenAsync(string room)
    {
        Task<RoomLink?> opening;
        lock (gate)
        {
            if (!slots.TryGetValue(room, out var slot)) slots[room] = slot = new(OpenLinkAsync(room));
            slot.Users++;
            opening = slot.Link;
        }
        try
        {
            if (await opening is { } link) return link.Feed;
        }
        catch
        {
            Release(room);
            throw;
        }
        Release(room);
        return null;
    }

    /// <summary>
    /// Sees to it that the room's feed speaks of the same activation as somebody who has just come in: the numbers that another one gave may be others' here.
    /// </summary>
    public async Task CatchUpAsync(string room, Guid activation)
    {
        Task<RoomLink?>? opening;
        lock (gate) opening = slots.GetValueOrDefault(room)?.Link;
        if (opening is not null && await opening is { } link) await link.CatchUpAsync(activation);
    }

    /// <summary>The feed of a room that is open here, or null.</summary>
    public RoomFeed? Find(string room)
    {
        lock (gate) return slots.GetValueOrDefault(room)?.Link is { IsCompletedSuccessfully: true } link ? link.Result?.Feed : null;
    }

    public void Release(string room)
    {
        Slot slot;
        lock (gate)
        {
            slot = slots[room];
            if (--slot.Users > 0) return;
            slots.Remove(room);
        }
        if (slot.Link is { IsCompletedSuccessfully: true, Result: { } link }) _ = CloseAsync(link, room);
    }

    /// <summary>What is to be said of each room that this process has clients in.</summary>
    public Dictionary<string, T> ByRoom<T>(Func<RoomFeed, T> what)
    {
        lock (gate)
            return slots.Where(s => s.Value.Link is { IsCompletedSuccessfully: true, Result: not null }).ToDictionary(s => s.Key, s => what(s.Value.Link.Result!.Feed));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        log.ProcessKnownAs(Id);
        using var timer = new PeriodicTimer(look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            foreach (var link in OpenLinks())
                if (link.TryBeginCare()) _ = CareAsync(link);
    }

    async Task<RoomLink?> OpenLinkAsync(string room)
    {
        await Task.Yield(); // the caller holds the lock
        var link = await RoomLink.OpenAsync(grains, desk, room, Id, time, meter, log);
        if (link is null) return null;
        link.Feed.SentAway = (viewer, code, ban) => SentAway?.Invoke(viewer, code, ban);
        link.Feed.Stands = () => Stands?.Invoke(room) ?? [];
        link.Feed.Reached = (viewer, area) => Reached?.Invoke(viewer, room, area);
        return link;
    }

    async Task CareAsync(RoomLink link)
    {
        try
        {
            await link.CareAsync();
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            log.RenewalFailed(e.GetType().Name);
        }
        finally
        {
            link.EndCare();
        }
    }

    async Task CloseAsync(RoomLink link, string room)
    {
        try
        {
            await link.CloseAsync();
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            log.CloseFailed(room, e.GetType().Name); // the grain lets silent feeds go by itself
        }
    }

    List<RoomLink> OpenLinks()
    {
        lock (gate) return [.. slots.Values.Where(s => s.Link.IsCompletedSuccessfully).Select(s => s.Link.Result).OfType<RoomLink>()];
    }

    sealed class Slot(Task<RoomLink?> link)
    {
        public Task<RoomLink?> Link => link;

        public int Users { get; set; }
    }
}
