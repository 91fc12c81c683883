using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Telemetry;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// Holds this process attached to one room's grain: takes its ticks in order, and attaches again when one has got lost or when the grain has come up
/// anew and lost its memory, with everybody whom this process has there.
/// </summary>
sealed class RoomLink : IRoomObserver, IDisposable
{
    /// <summary>The grain is patient for three of these and more, in milliseconds.</summary>
    const long renewal = 5_000;

    /// <summary>How often it is looked whether the room has heard everything, in milliseconds.</summary>
    const long check = 1_000;

    /// <summary>A room answers steps within one tick; ten of the longest have passed, in milliseconds.</summary>
    const long silence = 1_000;

    /// <summary>A room that lives answers in milliseconds; one on a machine that hangs is asked again, since it may be elsewhere by then.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    readonly Lock gate = new();
    readonly TickOrder order = new();
    readonly IRoomGrain grain;
    readonly string feedId;
    readonly FeedMeter meter;
    readonly ILogger log;
    readonly IRoomObserver self;
    readonly StepBuffer steps;
    readonly TimeProvider time;
    long heard;
    long checkedAt;
    bool attaching = true;
    Task attachment = Task.CompletedTask;
    bool astray;
    int caring;

    RoomLink(IRoomGrain grain, string feedId, IGrainFactory grains, TimeProvider time, FeedMeter meter, ILogger log)
    {
        this.meter = meter;
        this.grain = grain;
        this.feedId = feedId;
        this.log = log;
        this.time = time;
        steps = new(grain, feedId, time);
        self = grains.CreateObjectReference<IRoomObserver>(this);
    }

    /// <summary>Set before anybody gets the link.</summary>
    public RoomFeed Feed { get; private set; } = null!;

    /// <summary>Attaches; null when there is no such room.</summary>
    public static async Task<RoomLink?> OpenAsync(IGrainFactory grains, Media.MediaDesk desk, string room, string feedId, TimeProvider time, FeedMeter meter, ILogger log)
    {
        var link = new RoomLink(grains.GetGrain<IRoomGrain>(room), feedId, grains, time, meter, log);
        var asked = time.Milliseconds();
        var snapshot = await link.grain.Attach(new() { Feed = feedId, Observer = link.self });
        if (snapshot is null || PlanViews.Read(snapshot.Plan) is not { } plan)
        {
            link.Dispose();
            return null;
        }
        link.Feed = new(plan, link.steps, desk, time, meter);
        link.Load(snapshot, asked);
        return link;
    }

    public Task Ticked(RoomTick tick)
    {
        lock (gate)
        {
            order.Add(tick);
            if (attaching) return Task.CompletedTask;
            TakeInOrder();
            if (order.IsOver) _ = AttachAsync();
        }
        return Task.CompletedTask;
    }

    /// <summary>
    /// To be called a few times a second. Every <see cref="renewal"/> it tells the room that we are still here; at once when the room has been silent
    /// on steps, since the machine that it lives on may be gone. A room that has come up elsewhere and forgotten us is attached to again.
    /// </summary>
    public async Task CareAsync()
    {
        var now = time.Milliseconds();
        if (now - checkedAt >= check)
        {
            checkedAt = now;
            Feed.SayUnheard();
        }
        if (HasLostTicks(now)) await AttachAsync();
        if (!IsAstray && now - heard < renewal) return;
        var asked = time.GetTimestamp();
        var wasAstray = astray;
        astray = true; // until it answers
        var known = await grain.Renew(feedId, order.Activation, Feed.OwnHandles()).WaitAsync(patience, time);
        astray = wasAstray;
        meter.Answered(time.GetElapsedTime(asked));
        heard = time.Milliseconds();
        steps.Forgive(); // it lives; when it is only late, attaching again would make it later
        // a room that was out of reach has missed what our people did meanwhile
        if (!known || wasAstray) await AttachAsync();
    }

    /// <summary>One look at a time; a room that does not answer must not hold up the looks at others.</summary>
    public bool TryBeginCare() => Interlocked.Exchange(ref caring, 1) == 0;

    public void EndCare() => Volatile.Write(ref caring, 0);

    /// <summary>The room does not answer to steps, or the last attempt to attach to it failed.</summary>
    public bool IsAstray => !attaching && (astray || steps.Unanswered > silence);

    /// <summary>Attaches to this activation of the room unless it is attached to it already.</summary>
    public async Task CatchUpAsync(Guid wanted)
    {
        Task under;
        lock (gate)
        {
            if (order.Activation == wanted) return;
            under = attachment;
        }
        await under;
        if (order.Activation != wanted) await AttachAsync();
    }

    public async Task CloseAsync()
    {
        await grain.Detach(feedId, self);
        Dispose();
    }

    public void Dispose() => steps.Dispose();

    Task AttachAsync()
    {
        lock (gate)
        {
            if (attaching) return attachment;
            attaching = true;
            return attachment = AttachNowAsync();
        }
    }

    async Task AttachNowAsync()
    {
        await Task.Yield(); // the caller holds the lock
        astray = true;
        try
        {
            var asked = time.Milliseconds();
            var residents = Feed.Residents();
            var (conversations, known) = Feed.Conversations();
            meter.AttachesAgain();
            log.AttachesAgain(grain.GetPrimaryKeyString(), residents.Length);
            var snapshot = await grain.Attach(new() { Feed = feedId, Observer = self, Residents = residents, Conversations = conversations, Activation = known }).WaitAsync(patience, time);
            if (snapshot is not null) Load(snapshot, asked);
            astray = false;
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            log.AttachFailed(grain.GetPrimaryKeyString(), e.GetType().Name); // tried again at the next look
        }
        finally
        {
            lock (gate) attaching = false;
        }
    }

    void Load(RoomSnapshot snapshot, long asked)
    {
        lock (gate)
        {
            order.Restart(snapshot.State.Activation, snapshot.State.Number);
            Feed.Load(snapshot.State, asked);
            attaching = false;
            TakeInOrder();
        }
    }

    void TakeInOrder()
    {
        while (order.TryTake(out var tick, time.Milliseconds())) Feed.Take(tick);
    }

    bool HasLostTicks(long now)
    {
        lock (gate) return !attaching && order.HasLost(now);
    }
}
