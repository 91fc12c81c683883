namespace Klapphaus.Benchmarks.Generator;

/// <summary>What run.sh asks for, once for each peer and run; it has checked the values.</summary>
sealed record RunOptions
{
    public required string Peer { get; init; }

    /// <summary>One of <see cref="Drivers.PeerDrivers"/>.</summary>
    public required string Driver { get; init; }

    /// <summary>plaza or stroll.</summary>
    public required string Workload { get; init; }

    public required int Walkers { get; init; }

    public required double Warmup { get; init; }

    public required double Seconds { get; init; }

    public required int Seed { get; init; }

    public required int Port { get; init; }

    public required int ServerPid { get; init; }

    /// <summary>The run is added to it.</summary>
    public required string RunsFile { get; init; }

    public bool Stroll => Workload == "stroll";

    /// <summary>Of arguments <c>--name value</c>.</summary>
    public static RunOptions Read(string[] arguments)
    {
        return new()
        {
            Peer = Text("peer"),
            Driver = Text("driver"),
            Workload = Text("workload"),
            Walkers = int.Parse(Text("walkers")),
            Warmup = double.Parse(Text("warmup")),
            Seconds = double.Parse(Text("seconds")),
            Seed = int.Parse(Text("seed")),
            Port = int.Parse(Text("port")),
            ServerPid = int.Parse(Text("pid")),
            RunsFile = Text("runs-file"),
        };

        string Text(string name)
        {
            var at = Array.IndexOf(arguments, "--" + name);
            return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : throw new ArgumentException($"--{name} is missing.", nameof(arguments));
        }
    }
}
