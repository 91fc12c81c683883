using Klapphaus.World.Conversations;

namespace Klapphaus.Grains.Rooms;

/// <summary>Somebody in a room, and the connection by which it is there.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomPerson")]
public sealed record RoomPerson
{
    [Id(0)] public required int Handle { get; init; }
    [Id(1)] public required string Member { get; init; }
    /// <summary>Its own name on the way in; from then on the one under which it is shown in the room, with <see cref="Number"/> if it has one.</summary>
    [Id(2)] public required string Name { get; init; }
    [Id(3)] public string Affiliation { get; init; } = "";
    [Id(4)] public required string Role { get; init; }
    /// <summary>The feed that has the connection.</summary>
    [Id(5)] public required string Feed { get; init; }
    [Id(6)] public required string Connection { get; init; }

    /// <summary>
    /// When it came in by this connection, in milliseconds since 1970, and never the same as another's: of two connections of one member the later one
    /// counts, in whichever order a feed hears of them.
    /// </summary>
    [Id(7)] public long Arrival { get; init; }

    [Id(8)] public Availability Availability { get; init; }

    /// <summary>Nobody in this room is to hear it.</summary>
    [Id(9)] public bool Muted { get; init; }

    /// <summary>The network's identity provider vouches for name and affiliation.</summary>
    [Id(10)] public bool Verified { get; init; }

    /// <summary>Nobody in this room is to see its camera or screen.</summary>
    [Id(11)] public bool Unseen { get; init; }

    /// <summary>Members with whom it has nothing to do.</summary>
    [Id(12)] public string[] Shuns { get; init; } = [];

    /// <summary>Stands behind the name, which would look like somebody else's in the room without it; 0 for none.</summary>
    [Id(13)] public int Number { get; init; }

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => $"person {Handle}";
}
