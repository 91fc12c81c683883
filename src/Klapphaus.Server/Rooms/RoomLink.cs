using Klapphaus.Grains.Rooms;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// Holds this process attached to one room's grain: takes its ticks in order, and attaches again when one is missing or when the grain has come up
/// anew and lost its memory, with everybody whom this process has there.
/// </summary>
sealed class RoomLink : IRoomObserver, IDisposable
{
    readonly Lock gate = new();
    readonly List<RoomTick> early = [];
    readonly IRoomGrain grain;
    readonly string feedId;
    readonly ILogger log;
    readonly IRoomObserver self;
    readonly StepBuffer steps;
    Guid activation;
    long last;
    bool attaching = true;

    RoomLink(IRoomGrain grain, string feedId, IGrainFactory grains, TimeProvider time, ILogger log)
    {
        this.grain = grain;
        this.feedId = feedId;
        this.log = log;
        steps = new(grain, feedId, time);
        self = grains.CreateObjectReference<IRoomObserver>(this);
    }

    /// <summary>Set before anybody gets the link.</summary>
    public RoomFeed Feed { get; private set; } = null!;

    /// <summary>Attaches; null when there is no such room.</summary>
    public static async Task<RoomLink?> OpenAsync(IGrainFactory grains, string room, string feedId, TimeProvider time, ILogger log)
    {
        var link = new RoomLink(grains.GetGrain<IRoomGrain>(room), feedId, grains, time, log);
        var snapshot = await link.grain.Attach(new() { Feed = feedId, Observer = link.self });
        if (snapshot is null || PlanViews.Read(snapshot.Plan) is not { } plan)
        {
            link.Dispose();
            return null;
        }
        link.Feed = new(plan, link.steps, time);
        link.Load(snapshot);
        return link;
    }

    public Task Ticked(RoomTick tick)
    {
        lock (gate)
        {
            if (attaching) early.Add(tick);
            else if (!TakeInOrder(tick)) _ = AttachAsync();
        }
        return Task.CompletedTask;
    }

    /// <summary>To be called every few seconds: keeps the grain's activation from forgetting us, and finds out when it has.</summary>
    public async Task RenewAsync()
    {
        if (!await grain.Renew(feedId, activation, Feed.OwnHandles())) await AttachAsync();
    }

    public async Task CloseAsync()
    {
        await grain.Detach(feedId, self);
        Dispose();
    }

    public void Dispose() => steps.Dispose();

    async Task AttachAsync()
    {
        lock (gate)
        {
            if (attaching) return;
            attaching = true;
        }
        try
        {
            var (people, states) = Feed.Residents();
            log.AttachesAgain(grain.GetPrimaryKeyString(), people.Length);
            var snapshot = await grain.Attach(new() { Feed = feedId, Observer = self, Residents = people, States = states });
            if (snapshot is not null) Load(snapshot);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            log.AttachFailed(grain.GetPrimaryKeyString(), e.Message); // the next renewal tries again
        }
        finally
        {
            lock (gate) attaching = false;
        }
    }

    void Load(RoomSnapshot snapshot)
    {
        lock (gate)
        {
            (activation, last) = (snapshot.State.Activation, snapshot.State.Number);
            Feed.Load(snapshot.State);
            attaching = false;
            foreach (var tick in early.OrderBy(t => t.Number)) TakeInOrder(tick);
            early.Clear();
        }
    }

    /// <summary>False when a tick is missing before this one.</summary>
    bool TakeInOrder(RoomTick tick)
    {
        if (tick.Activation == activation && tick.Number <= last) return true;
        if (tick.Activation != activation || tick.Number != last + 1) return false;
        last = tick.Number;
        Feed.Take(tick);
        return true;
    }
}
