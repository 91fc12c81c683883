namespace Klapphaus.Grains.Stands;

/// <summary>All stands of the house.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandIndex")]
public sealed class StandIndex
{
    /// <summary>Another one after each change.</summary>
    [Id(0)] public required long Version { get; init; }
    /// <summary>In the order in which they were created.</summary>
    [Id(1)] public required StandSummary[] Stands { get; init; }
    /// <summary>Ids of those at which somebody is on duty.</summary>
    [Id(2)] public string[] Manned { get; init; } = [];
}
