using Klapphaus.Benchmarks.Generator.Drivers;
using Klapphaus.Benchmarks.Generator.Measuring;

namespace Klapphaus.Benchmarks.Generator;

/// <summary>One run of a workload over one peer: everybody joins and goes to the start, then all walk; the seconds after the warm-up are judged.</summary>
abstract class WorkloadRun(RunOptions options) : IUpdateSink
{
    /// <summary>Joins and last steps reach everybody.</summary>
    static readonly TimeSpan settling = TimeSpan.FromMilliseconds(500);

    /// <summary>What was sent within the window may arrive after it.</summary>
    static readonly TimeSpan late = TimeSpan.FromMilliseconds(600);

    volatile bool stopping;
    long worstLag;

    protected RunOptions Options => options;

    protected int Walkers => options.Walkers;

    protected bool Stopping => stopping;

    protected Crowd Crowd { get; private set; } = null!;

    protected Window Window { get; private set; } = null!;

    /// <summary>When everybody begins to walk.</summary>
    protected long Begin { get; private set; }

    public Measurement Execute()
    {
        var clients = Enumerable.Range(0, Walkers).Select(id => PeerDrivers.Create(options.Driver, id, options.Port, this, options.Stroll));
        using var crowd = Crowd = new([.. clients]);
        Window = new(crowd, options.ServerPid, options.Warmup, options.Seconds);
        Prepare();
        crowd.ConnectAsync(StartOf).GetAwaiter().GetResult(); // not awaited: this thread must stay off the sockets' event loop
        WalkIn.Run(crowd, StartOf);
        Thread.Sleep(settling);

        Begin = Clock.Now + Clock.Ticks(0.2);
        Window.BeginAt(Begin);
        var walking = new Thread(Walk) { IsBackground = true };
        walking.Start();
        Window.Measure();
        Thread.Sleep(late);
        stopping = true;
        walking.Join();

        var figures = new Dictionary<string, double?>();
        Judge(figures);
        Window.AddTo(figures);
        figures["conversationsJoined"] = crowd.Talks;
        crowd.AddFaults(figures);
        figures["generatorLagMs"] = Math.Round(Clock.Seconds(worstLag) * 1000);
        return new() { Peer = options.Peer, Workload = options.Workload, Walkers = Walkers, Figures = figures };
    }

    public abstract void OnUpdate(int receiver, int walker, int x, int y, int direction, long now);

    /// <summary>After the clients were made, before they connect.</summary>
    protected abstract void Prepare();

    protected abstract (int X, int Y) StartOf(int id);

    /// <summary>Sends everybody's moves until <see cref="Stopping"/>; on a thread of its own.</summary>
    protected abstract void Walk();

    protected abstract void Judge(Dictionary<string, double?> figures);

    /// <summary>A move was sent within the window, this long after it was due.</summary>
    protected void Lagged(long ticks) => worstLag = Math.Max(worstLag, ticks);
}
