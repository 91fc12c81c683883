using Klapphaus.Benchmarks.Generator.Measuring;

namespace Klapphaus.Benchmarks.Generator.Plaza;

/// <summary>Everybody takes a step ten times a second and turns often: how much a server can carry, and how late it is.</summary>
sealed class PlazaRun(RunOptions options) : WorkloadRun(options)
{
    const double OnTimeMs = 250;

    readonly PlazaWorld world = new(options.Walkers, options.Seed);
    readonly long[][] seen = [.. Enumerable.Range(0, options.Walkers).Select(_ => new long[options.Walkers])]; // the newest step of each, by receiver
    readonly Histogram latency = new(width: 0.25, steps: 8000);
    long steps, expected, delivered, onTime, superseded, outOfSight;

    public override void OnUpdate(int receiver, int walker, int x, int y, int direction, long now)
    {
        if (walker == receiver || (uint)walker >= (uint)Walkers) return;
        ref var last = ref seen[receiver][walker];
        var step = world.Find(walker, x, y, last);
        if (step == 0) return; // heard before, or a place between two steps
        if (last > 0) CountSuperseded(receiver, walker, last, step);
        last = step;
        var sent = world.SentAt(walker, step);
        if (!Window.Contains(sent)) return;
        var (inSight, judged) = world.Sees(receiver, walker, step);
        if (!inSight)
        {
            Interlocked.Increment(ref outOfSight);
            return;
        }
        var ms = Clock.Seconds(now - sent) * 1000;
        Interlocked.Increment(ref delivered);
        latency.Add(ms);
        if (judged && ms <= OnTimeMs) Interlocked.Increment(ref onTime);
    }

    protected override void Prepare()
    {
    }

    protected override (int X, int Y) StartOf(int id) => world.Place(id);

    protected override void Walk()
    {
        var interval = Clock.Ticks(PlazaWorld.StepSeconds);
        for (long round = 0; !Stopping; round++)
        {
            for (var id = 0; id < Walkers && !Stopping; id++)
            {
                var due = Begin + round * interval + interval * id / Walkers; // spread evenly
                while (Clock.Now < due && !Stopping) Thread.Sleep(1);
                var (x, y, direction, mustSee) = world.Step(id);
                var now = Clock.Now;
                if (Window.Contains(now))
                {
                    steps++;
                    expected += mustSee;
                    Lagged(now - due);
                }
                Crowd[id].SendMove(x, y, direction);
            }
        }
    }

    protected override void Judge(Dictionary<string, double?> figures)
    {
        figures["cpuPerMillion"] = PerUpdate(Window.ServerCpuSeconds * 1e6, digits: 3);
        figures["latencyP50"] = latency.Percentile(0.5);
        figures["latencyP99"] = latency.Percentile(0.99);
        figures["onTime"] = Share(onTime);
        figures["supersededPct"] = Share(superseded);
        figures["bytesPerUpdate"] = PerUpdate(Window.BytesReceived, digits: 1);
        figures["outOfSightRatio"] = PerUpdate(outOfSight, digits: 2);
        figures["movesPerSecond"] = Math.Round(steps / Window.Seconds);
        figures["updatesPerSecond"] = Math.Round(delivered / Window.Seconds);
    }

    /// <summary>In percent of the pairs of a step and somebody who must see it; null when nobody met anybody.</summary>
    double? Share(long pairs) => expected == 0 ? null : Math.Round(100.0 * pairs / expected, 2);

    double? PerUpdate(double amount, int digits) => delivered == 0 ? null : Math.Round(amount / delivered, digits);

    /// <summary>Steps that the receiver had in sight and never got, since the server told a newer one in their place.</summary>
    void CountSuperseded(int receiver, int walker, long last, long step)
    {
        for (var between = world.FirstReadable(walker, last + 1); between < step; between++)
            if (Window.Contains(world.SentAt(walker, between)) && world.Sees(receiver, walker, between).Judged) Interlocked.Increment(ref superseded);
    }
}
