namespace Klapphaus.Grains.Stands;

/// <summary>Somebody at a stand, as the process says that has the connection.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandGuest")]
public sealed record StandGuest
{
    [Id(0)] public required string Member { get; init; }
    [Id(1)] public required string Connection { get; init; }
    /// <summary>The name under which they are shown in their room.</summary>
    [Id(2)] public required string Name { get; init; }
    [Id(3)] public string Affiliation { get; init; } = "";
    /// <summary>Since when they are at the stand.</summary>
    [Id(4)] public required DateTimeOffset Since { get; init; }
    /// <summary>Members with whom they have nothing to do.</summary>
    [Id(5)] public string[] Shuns { get; init; } = [];
    /// <summary>The activation of the stand at which they have rung (<see cref="BellReply"/>); null when they have not.</summary>
    [Id(6)] public Guid? Rang { get; init; }

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => "guest";
}
