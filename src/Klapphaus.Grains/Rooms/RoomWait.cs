namespace Klapphaus.Grains.Rooms;

/// <summary>A member wants to wait for a place, or for a moderator who lets it in.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomWait")]
public sealed record RoomWait
{
    [Id(0)] public required string Member { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required string Affiliation { get; init; }
    [Id(3)] public required string Role { get; init; }
    [Id(4)] public bool Verified { get; init; }
    /// <summary>By which it waits, and at which feed; what is said of another connection of the same member does not end that.</summary>
    [Id(5)] public required string Connection { get; init; }
    [Id(6)] public required string Feed { get; init; }

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => Connection;
}
