namespace Klapphaus.Grains.Stands;

/// <summary>What is kept of the house's stands. Never changed in place: what cannot be stored has not happened.</summary>
[GenerateSerializer]
[Alias("Klapphaus.StandBookGrainState")]
public sealed record StandBookGrainState
{
    [Id(0)] public int Version { get; init; } = 1;
    /// <summary>In the order in which they were created.</summary>
    [Id(1)] public StandSummary[] Stands { get; init; } = [];
}
