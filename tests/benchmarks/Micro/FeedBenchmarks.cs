using BenchmarkDotNet.Attributes;
using Klapphaus.Server.Rooms;

namespace Klapphaus.Benchmarks.Micro;

/// <summary>Fifth station: one tick of people who stroll goes into the mirror, and what each occupied cell sees of it is written.</summary>
public class FeedBenchmarks
{
    const int Tiles = 102;
    const int Sight = 2;

    /// <summary>Made in advance; then they begin anew, which is a jump for each walker once in 512 ticks.</summary>
    const int Ticks = 512;

    RoomMirror mirror = null!;
    FrameWriter frames = null!;
    uint[][] states = [];
    long tick;

    [Params(300, 1000, 2000)]
    public int People { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        mirror = new(new CellGrid(Tiles, Tiles));
        frames = new(mirror, Sight);
        states = Walkers.States(People, Ticks);
        mirror.BeginTick();
        for (var person = 0; person < People; person++) mirror.Put(person, states[0][person], when: 0);
    }

    [Benchmark(Baseline = true)]
    public void PutAndCarryOn()
    {
        tick++;
        var now = tick * Walkers.TickMs;
        mirror.BeginTick();
        for (var person = 0; person < People; person++)
            if (Walkers.Speaks(person, tick)) mirror.Put(person, states[tick % Ticks][person], now);
        mirror.CarryOn(now);
    }

    [Benchmark]
    public int PutCarryOnAndNews()
    {
        PutAndCarryOn();
        var written = 0;
        for (var cell = 0; cell < mirror.Grid.Count; cell++)
            if (mirror.In(cell).Count > 0 && frames.News(cell, tick * Walkers.TickMs) is not null) written++;
        return written;
    }
}
