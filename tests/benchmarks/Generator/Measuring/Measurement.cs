namespace Klapphaus.Benchmarks.Generator.Measuring;

/// <summary>What one run over one peer gave; a figure that the workload does not have is missing or null.</summary>
sealed record Measurement
{
    public required string Peer { get; init; }

    public required string Workload { get; init; }

    public required int Walkers { get; init; }

    /// <summary>By the names of <see cref="Report.Figures"/>.</summary>
    public required Dictionary<string, double?> Figures { get; init; }
}
