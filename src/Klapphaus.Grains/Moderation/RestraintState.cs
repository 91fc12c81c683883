using Klapphaus.World.Moderation;

namespace Klapphaus.Grains.Moderation;

/// <summary>What a moderator keeps somebody from in a room, as it is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RestraintState")]
public sealed record RestraintState
{
    [Id(0)] public bool Muted { get; init; }
    [Id(1)] public bool Unseen { get; init; }
    /// <summary>What the person was called then.</summary>
    [Id(2)] public string Name { get; init; } = "";
    [Id(3)] public required DateTimeOffset Since { get; init; }

    public Restraint ToRestraint() => new(Muted, Unseen);
}
