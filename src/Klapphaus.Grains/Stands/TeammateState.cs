using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>Somebody who looks after a stand, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.TeammateState")]
public sealed record TeammateState
{
    /// <summary>What they were called when they came into the team.</summary>
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public required HostRights Rights { get; init; }

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => $"{Rights}";
}
