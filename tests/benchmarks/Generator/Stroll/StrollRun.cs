using System.Diagnostics;
using Klapphaus.Benchmarks.Generator.Measuring;

namespace Klapphaus.Benchmarks.Generator.Stroll;

/// <summary>People stroll; ten times a second the pictures that some of them would draw are compared with the truth.</summary>
sealed class StrollRun(RunOptions options) : WorkloadRun(options)
{
    const double GoodTiles = 0.75;
    const double LookSeconds = 0.1;
    const int ViewersPerLook = 64;

    /// <summary>How long one update is carried on: a motion-aware client's interval and a tick.</summary>
    const double CarryOnSeconds = 0.6;

    /// <summary>The ways go on a little longer than anybody looks.</summary>
    const double Spare = 5;

    readonly long origin = Clock.Now - Stopwatch.Frequency; // so that every later time is above 0
    readonly long[][] heard = [.. Enumerable.Range(0, options.Walkers).Select(_ => new long[options.Walkers])]; // packed, by receiver; 0 is never
    readonly Histogram errors = new(width: 0.01, steps: 2001);
    readonly Histogram walkingErrors = new(width: 0.01, steps: 2001);
    readonly float[] truthX = new float[options.Walkers], truthY = new float[options.Walkers];
    readonly bool[] walks = new bool[options.Walkers];
    readonly Random pick = new(42); // the same viewers for every peer
    StrollWorld world = null!;
    long samples, unknown, updates, moves;
    double viewSeconds;

    public override void OnUpdate(int receiver, int walker, int x, int y, int direction, long now)
    {
        if (walker == receiver || (uint)walker >= (uint)Walkers) return;
        Volatile.Write(ref heard[receiver][walker], Heard.Pack(now - origin, x, y, direction));
        if (Window.Contains(now)) Interlocked.Increment(ref updates);
    }

    protected override void Prepare() => world = new(Walkers, Options.Seed, Options.Warmup + Options.Seconds + Spare, Crowd.MotionAware);

    protected override (int X, int Y) StartOf(int id) => world.StartOf(id);

    protected override void Walk()
    {
        var next = 0;
        var look = Begin;
        for (long tenth = 0; !Stopping;)
        {
            var now = Clock.Now;
            for (; next < world.Moves.Length && world.Moves[next].Time <= Clock.Seconds(now - Begin); next++) Send(world.Moves[next], now);
            if (now < look)
            {
                Thread.Sleep(1);
                continue;
            }
            look += Clock.Ticks(LookSeconds);
            Crowd.KeepAlive(tenth++);
            if (Window.Contains(now)) Look();
        }
    }

    protected override void Judge(Dictionary<string, double?> figures)
    {
        figures["cpuPerMillion"] = viewSeconds == 0 ? null : Math.Round(Window.ServerCpuSeconds / viewSeconds * 1e6, 2);
        figures["errorP50"] = errors.Percentile(0.5);
        figures["errorP99"] = errors.Percentile(0.99);
        figures["walkingErrorP99"] = walkingErrors.Percentile(0.99);
        figures["withinPct"] = Share(errors.Below(GoodTiles));
        figures["unknownPct"] = Share(unknown);
        figures["movesPerSecond"] = Math.Round(moves / Window.Seconds);
        figures["updatesPerSecond"] = Math.Round(updates / Window.Seconds);
    }

    /// <summary>In percent of the looks; null when nobody met anybody.</summary>
    double? Share(long count) => samples == 0 ? null : Math.Round(100.0 * count / samples, 3);

    void Send(StrollWorld.Move move, long now)
    {
        Crowd[move.Id].SendMove(move.X, move.Y, move.Direction);
        if (!Window.Contains(now)) return;
        moves++;
        Lagged(now - Begin - Clock.Ticks(move.Time));
    }

    void Look()
    {
        var now = Clock.Now;
        for (var id = 0; id < Walkers; id++)
        {
            var (x, y, walking) = world.At(id, Clock.Seconds(now - Begin));
            (truthX[id], truthY[id], walks[id]) = ((float)x, (float)y, walking);
        }
        for (var viewer = 0; viewer < Walkers; viewer++)
            for (var other = 0; other < Walkers; other++)
                if (viewer != other && IsWithin(Arena.Radius, viewer, other)) viewSeconds += LookSeconds;
        for (var i = 0; i < Math.Min(ViewersPerLook, Walkers); i++)
        {
            var viewer = pick.Next(Walkers);
            for (var other = 0; other < Walkers; other++)
                if (viewer != other && IsWithin(Arena.JudgedRadius, viewer, other)) Compare(viewer, other, now);
        }
    }

    bool IsWithin(int radius, int one, int other) =>
        Math.Abs(truthX[one] - truthX[other]) <= radius && Math.Abs(truthY[one] - truthY[other]) <= radius;

    void Compare(int viewer, int other, long now)
    {
        samples++;
        var packed = Volatile.Read(ref heard[viewer][other]);
        if (packed == 0)
        {
            unknown++;
            return;
        }
        var last = Heard.Unpack(packed);
        var age = Math.Clamp(Clock.Seconds(now - origin) - last.Seconds, 0, CarryOnSeconds);
        var (x, y) = Arena.Ahead(last.X, last.Y, last.Direction, age);
        var error = Math.Sqrt(Math.Pow(x - truthX[other], 2) + Math.Pow(y - truthY[other], 2)) / Arena.Tile;
        errors.Add(error);
        if (walks[other] || last.Direction != Arena.Standing) walkingErrors.Add(error);
    }
}
