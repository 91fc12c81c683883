namespace Klapphaus.Grains.Members;

/// <summary>A member wants into a room.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.AvatarEnter")]
public sealed record AvatarEnter
{
    [Id(0)] public string? Room { get; init; }
    /// <summary>Id of a door in the room that the avatar is in; wins over <see cref="Room"/>.</summary>
    [Id(1)] public string? Through { get; init; }
    [Id(2)] public uint? StoodAt { get; init; }
    [Id(3)] public required string Name { get; init; }
    [Id(4)] public required string Affiliation { get; init; }
    [Id(5)] public required string Role { get; init; }
    [Id(6)] public required string Feed { get; init; }
    [Id(7)] public required string Connection { get; init; }
    /// <summary>By which it is signed in.</summary>
    [Id(8)] public required string Session { get; init; }
    /// <summary>The only rooms that it may enter; empty for no such limit.</summary>
    [Id(9)] public string[] Rooms { get; init; } = [];
    /// <summary>The network's identity provider vouches for name and affiliation.</summary>
    [Id(10)] public bool Verified { get; init; }
    /// <summary>Id of the area of that room in which it may arrive; null for the entry.</summary>
    [Id(11)] public string? Area { get; init; }

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => $"{Room}{Through}";
}
