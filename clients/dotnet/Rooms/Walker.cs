using System.Diagnostics.CodeAnalysis;
using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>
/// Walks the own avatar: says how it walks when it starts, turns and stops, and every <see cref="Protocol.MoveInterval"/> ms on the way.
/// A new walk takes over from the one before without a stop between.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim whose wait handle is never asked for holds nothing to dispose.")]
public sealed class Walker
{
    static readonly TimeSpan MoveInterval = TimeSpan.FromMilliseconds(Protocol.MoveInterval);

    readonly RoomPicture picture;
    readonly Func<int, int, int, Task<ErrorCode>> say;
    readonly TimeProvider time;
    readonly Lock gate = new();
    // Held over "still my walk?" and the word itself, so that no walk speaks after the one that replaced it.
    readonly SemaphoreSlim mouth = new(1, 1);
    Walk? current;

    /// <param name="picture">Where the avatar is.</param>
    /// <param name="say">Sends a move and notes it in the picture.</param>
    /// <param name="time">The clock to walk by.</param>
    internal Walker(RoomPicture picture, Func<int, int, int, Task<ErrorCode>> say, TimeProvider time)
    {
        (this.picture, this.say, this.time) = (picture, say, time);
        picture.OwnPlaced += Placed;
    }

    public bool IsWalking { get { lock (gate) return current is not null; } }

    /// <summary>Where the avatar is now: on its leg, or where it stands.</summary>
    public Position Position
    {
        get
        {
            lock (gate)
                return current?.Leg is { } leg ? leg.Where(time.GetElapsedTime(leg.StartedAt)) : picture.Own;
        }
    }

    /// <summary>Straight to a place, in tiles, whatever may be in the way.</summary>
    public Task<WalkResult> WalkToAsync(double x, double y, CancellationToken cancellation = default) =>
        WalkAlongAsync([Position.FromTiles(x, y)], cancellation);

    /// <summary>To a place, in tiles, around walls and furniture.</summary>
    public Task<WalkResult> WalkAroundToAsync(double x, double y, CancellationToken cancellation = default)
    {
        var here = Position;
        if (picture.Plan is not { } plan)
            return Task.FromResult(new WalkResult(WalkOutcome.Interrupted, here));
        return new WayFinder(plan).Find(here, Position.FromTiles(x, y)) is { } way
            ? WalkAlongAsync(way, cancellation)
            : Task.FromResult(new WalkResult(WalkOutcome.NoWay, here));
    }

    /// <summary>Straight from one way point to the next, and stands at the last.</summary>
    public async Task<WalkResult> WalkAlongAsync(IReadOnlyList<Position> way, CancellationToken cancellation = default)
    {
        using var walk = new Walk();
        using var cancelled = cancellation.Register(() => walk.End(WalkOutcome.Stopped));
        var from = Begin(walk);
        try
        {
            foreach (var to in way)
            {
                await WalkLegAsync(walk, from, to);
                from = to;
            }
            if (picture.OwnHeading != Protocol.Standing)
                await SayAsync(walk, from, Protocol.Standing);
        }
        catch (OperationCanceledException) when (walk.Ended.IsCancellationRequested)
        {
            if (cancellation.IsCancellationRequested)
            {
                await StandStillAsync(walk);
                throw new OperationCanceledException(cancellation);
            }
        }
        finally
        {
            Finish(walk);
        }
        return new(walk.Outcome, Position);
    }

    /// <summary>Stands still where the avatar is now.</summary>
    public async Task<WalkResult> StopAsync()
    {
        var here = Position;
        End(WalkOutcome.Stopped);
        await mouth.WaitAsync();
        try
        {
            if (picture.OwnHeading != Protocol.Standing)
                await say(here.X, here.Y, Protocol.Standing);
        }
        finally
        {
            mouth.Release();
        }
        return new(WalkOutcome.Stopped, here);
    }

    /// <summary>Ends the walk for a reason from outside; nothing is sent.</summary>
    internal void End(WalkOutcome why)
    {
        Walk? walk;
        lock (gate)
            (walk, current) = (current, null);
        walk?.End(why);
    }

    /// <summary>The connection is lost: the avatar stands where it was when that was noticed, and says so when it comes back.</summary>
    internal void Freeze()
    {
        var here = Position;
        End(WalkOutcome.Interrupted);
        picture.SayOwn(here.X, here.Y, Protocol.Standing);
    }

    async Task WalkLegAsync(Walk walk, Position from, Position to)
    {
        if (from == to)
            return;
        var leg = new Leg(from, to, time.GetTimestamp());
        lock (gate)
            walk.Leg = leg;
        await SayAsync(walk, from, from.HeadingTo(to));
        var next = MoveInterval;
        for (var elapsed = TimeSpan.Zero; elapsed < leg.Duration; elapsed = time.GetElapsedTime(leg.StartedAt))
        {
            var here = leg.Where(elapsed);
            if (elapsed >= next)
            {
                // In the last moment of a leg one is there already, as far as the wire can tell; the turn or stop says so.
                if (here != to)
                    await SayAsync(walk, here, here.HeadingTo(to));
                next = elapsed + MoveInterval;
            }
            var pause = (leg.Duration < next ? leg.Duration : next) - elapsed;
            // Timers count whole milliseconds: rounded up, or the last fraction is spun away.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds)), time, walk.Ended);
        }
    }

    async Task SayAsync(Walk walk, Position at, int heading)
    {
        await mouth.WaitAsync(walk.Ended);
        try
        {
            walk.Ended.ThrowIfCancellationRequested();
            if (await say(at.X, at.Y, heading) == ErrorCode.None)
                return;
        }
        finally
        {
            mouth.Release();
        }
        walk.End(WalkOutcome.Interrupted);
        walk.Ended.ThrowIfCancellationRequested();
    }

    // A cancelled walk must not be carried on, unless another has taken over.
    async Task StandStillAsync(Walk walk)
    {
        await mouth.WaitAsync();
        try
        {
            if (IsWalking && !IsCurrent(walk))
                return;
            var here = Position;
            await say(here.X, here.Y, Protocol.Standing);
        }
        finally
        {
            mouth.Release();
        }
    }

    // The server has put the avatar somewhere: there it stands, and says so. A word that was on its way meanwhile may have been granted from the new
    // place, and the server would see it elsewhere for good.
    void Placed(WalkOutcome why)
    {
        End(why);
        if (picture.Room is not null)
            _ = SayWherePlacedAsync();
    }

    async Task SayWherePlacedAsync()
    {
        await mouth.WaitAsync();
        try
        {
            if (IsWalking)
                return; // a walk that has set out from there says more
            var here = picture.Own;
            await say(here.X, here.Y, Protocol.Standing);
        }
        finally
        {
            mouth.Release();
        }
    }

    bool IsCurrent(Walk walk) { lock (gate) return current == walk; }

    Position Begin(Walk walk)
    {
        Walk? before;
        Position from;
        lock (gate)
        {
            from = Position;
            (before, current) = (current, walk);
        }
        before?.End(WalkOutcome.Stopped);
        return from;
    }

    void Finish(Walk walk)
    {
        lock (gate)
        {
            if (current == walk)
                current = null;
        }
    }
}
