using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// Keeps the newest step of each avatar that this process has in one room and hands them to the room's grain in one call per tick, timed to arrive just
/// before it. The timer is armed by the first step after a batch: a silent room costs nothing.
/// </summary>
sealed class StepBuffer : IDisposable
{
    /// <summary>How long before the room's tick a batch goes off, in milliseconds: measured as what a call within one machine takes, with a margin.</summary>
    const int Lead = 4;

    /// <summary>A step is in the tick after it; so much later, in milliseconds, it has got lost.</summary>
    const long Overdue = 1_000;

    readonly Lock gate = new();
    readonly List<Viewer> waiting = [];
    readonly IRoomGrain room;
    readonly string feed;
    readonly TimeProvider time;
    readonly ITimer timer;
    long lastTick;
    long unansweredSince = -1;
    int interval = 50;

    public StepBuffer(IRoomGrain room, string feed, TimeProvider time)
    {
        this.room = room;
        this.feed = feed;
        this.time = time;
        timer = time.CreateTimer(static buffer => ((StepBuffer)buffer!).Flush(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A tick of the room has just arrived; the next comes this many milliseconds later.</summary>
    public void TickArrived(int tickInterval)
    {
        lock (gate)
        {
            lastTick = time.Milliseconds();
            interval = tickInterval;
            unansweredSince = -1;
        }
    }

    /// <summary>For how long steps have been with the room without a tick that tells of them, in milliseconds; 0 when all is well.</summary>
    public long Unanswered
    {
        get { lock (gate) return unansweredSince < 0 ? 0 : time.Milliseconds() - unansweredSince; }
    }

    /// <summary>The room is there after all: what it has not answered it did not take.</summary>
    public void Forgive()
    {
        lock (gate) unansweredSince = -1;
    }

    /// <summary>What the viewer's client said last, or was told, and when; null when neither.</summary>
    public (uint State, long At)? NewestOf(Viewer viewer)
    {
        lock (gate) return viewer.StepAt == 0 ? null : (viewer.Step, viewer.StepAt);
    }

    /// <summary>Takes a step; an older one of the same avatar that still waits is forgotten.</summary>
    public void Add(Viewer viewer, int x, int y, int heading)
    {
        lock (gate)
        {
            if (viewer.Gone) return; // its number may be somebody else's by now
            viewer.Step = AvatarState.Pack(x, y, heading);
            viewer.StepAt = time.Milliseconds();
            if (!viewer.StepWaits) Enqueue(viewer);
        }
    }

    void Enqueue(Viewer viewer)
    {
        viewer.StepWaits = true;
        waiting.Add(viewer);
        if (waiting.Count == 1) timer.Change(TimeSpan.FromMilliseconds(Delay()), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Hands over again what was said since a moment: the room may not have known those who said it.</summary>
    public void SayAgain(IEnumerable<Viewer> viewers, long since)
    {
        lock (gate)
            foreach (var viewer in viewers)
                if (viewer.StepAt >= since && !viewer.StepWaits) Enqueue(viewer);
    }

    /// <summary>Hands over again what the room should have told of by now, and has not: a call may get lost while a room moves between machines.</summary>
    public void SayUnheard(IEnumerable<Viewer> viewers, RoomMirror mirror)
    {
        lock (gate)
        {
            var now = time.Milliseconds();
            foreach (var viewer in viewers)
                if (viewer.StepAt > 0 && now - viewer.StepAt > Overdue && !viewer.StepWaits && !IsHeard(viewer.Step, mirror.StateOf(viewer.Handle))) Enqueue(viewer);
        }
    }

    /// <summary>Who walks and says no more is made to stand by the room: that is no step that was lost.</summary>
    static bool IsHeard(uint said, uint heard) =>
        said == heard || AvatarState.Heading(heard) == Protocol.Standing && AvatarState.X(said) == AvatarState.X(heard) && AvatarState.Y(said) == AvatarState.Y(heard);

    /// <summary>The client is told where it stands, and believes so until it says more.</summary>
    public void Tell(Viewer viewer, uint state)
    {
        lock (gate)
            if (!viewer.StepWaits) (viewer.Step, viewer.StepAt) = (state, time.Milliseconds());
    }

    /// <summary>The viewer has gone; its last step is not taken any more.</summary>
    public void Remove(Viewer viewer)
    {
        lock (gate)
        {
            if (viewer.StepWaits) waiting.Remove(viewer);
            (viewer.StepWaits, viewer.Gone) = (false, true);
        }
    }

    public void Dispose() => timer.Dispose();

    /// <summary>Until just before the next tick; nothing when the room has been silent and will answer at once.</summary>
    double Delay()
    {
        var since = time.Milliseconds() - lastTick;
        return since >= interval ? 0 : Math.Max(0, interval - Lead - since);
    }

    void Flush()
    {
        StepBatch batch;
        lock (gate)
        {
            var count = waiting.Count;
            if (count == 0) return;
            var handles = new int[count];
            var states = new uint[count];
            var ages = new ushort[count];
            var now = time.Milliseconds();
            for (var i = 0; i < count; i++)
            {
                var viewer = waiting[i];
                handles[i] = viewer.Handle;
                states[i] = viewer.Step;
                ages[i] = (ushort)Math.Min(ushort.MaxValue, now - viewer.StepAt);
                viewer.StepWaits = false;
            }
            waiting.Clear();
            if (unansweredSince < 0) unansweredSince = now;
            batch = new() { Feed = feed, Handles = handles, States = states, Ages = ages, SentAt = now };
        }
        room.Walk(batch).Ignore();
    }
}
