namespace Klapphaus.Grains.Rooms;

/// <summary>Somebody whom a feed has in a room, for a room that has lost its memory.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomResident")]
public sealed record RoomResident
{
    [Id(0)] public required RoomPerson Person { get; init; }
    /// <summary>Where the room had it last, packed as <see cref="AvatarState"/>.</summary>
    [Id(1)] public required uint Known { get; init; }
    /// <summary>How long ago that was, in milliseconds.</summary>
    [Id(2)] public long KnownAge { get; init; }
    /// <summary>What its client has said since; the same when that is nothing.</summary>
    [Id(3)] public required uint Said { get; init; }
    [Id(4)] public long SaidAge { get; init; }
}
