namespace Klapphaus.Benchmarks.Generator.Report;

/// <summary>The figures of a row, in the order in which they are written and printed; what they mean is told in the README.</summary>
static class Figures
{
    public const string Cost = "cpuPerMillion";

    /// <summary>The one that others are compared with.</summary>
    public const string Reference = "colyseus-view";

    public static IReadOnlyList<string> All { get; } =
    [
        Cost, "ratio", "errorP50", "errorP99", "latencyP50", "latencyP99", "onTime", "bytesPerUpdate", "bytesPerClientSecond", "rssMb",
        "withinPct", "unknownPct", "walkingErrorP99", "supersededPct", "outOfSightRatio", "cpuPerMillionLowest", "cpuPerMillionHighest",
        "serverCpuPct", "serverSystemPct", "movesPerSecond", "updatesPerSecond", "framesPerSecond", "readsPerSecond", "generatorCpuPct", "generatorLagMs", "conversationsJoined", "badMessages", "closed", "sendsBlocked", "stepsRefused",
    ];
}
