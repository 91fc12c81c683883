using BenchmarkDotNet.Attributes;
using Klapphaus.Grains.Rooms;
using Klapphaus.World.Plans;
using Klapphaus.World.Rooms;

namespace Klapphaus.Benchmarks.Micro;

/// <summary>Fourth station: everybody's step is asked for by the rules, and what changed is gathered for the tick.</summary>
public class RoomBenchmarks
{
    /// <summary>Half a second at the pace of the house.</summary>
    const int Step = 64;
    const int Middle = 1600;
    const long StepMs = 500;

    readonly TickCollector changes = new();
    Room room = null!;
    Position[] from = [], to = [];
    long now;
    bool forth;

    [Params(300, 1000, 2000)]
    public int People { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        room = new(Walkers.Floor());
        for (var person = 0; person < People; person++) room.Enter($"member {person}", entry: null, stoodAt: null, memoryLostAt: null, now: 0);
        from = [.. Enumerable.Range(0, People).Select(handle => room.Find(handle)!.Position)];
        to = [.. from.Select(place => place with { X = place.X + (place.X < Middle ? Step : -Step) })];
        if (Walk() != People) throw new InvalidOperationException("A step was refused: this measures something else.");
    }

    [Benchmark]
    public int Walk()
    {
        now += StepMs;
        forth = !forth;
        var places = forth ? to : from;
        var taken = 0;
        for (var handle = 0; handle < places.Length; handle++)
            if (room.Walk(handle, places[handle], heading: 0, now) == StepOutcome.Taken) taken++;
        return taken;
    }

    [Benchmark]
    public RoomTick TakeTick()
    {
        for (var handle = 0; handle < People; handle++) changes.Changed(handle);
        return changes.Take(room, talk: null, number: 1, activation: Guid.Empty, interval: Walkers.TickMs, clock: 1, now: now);
    }
}
