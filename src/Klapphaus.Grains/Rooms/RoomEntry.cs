namespace Klapphaus.Grains.Rooms;

/// <summary>Whether a member is inside, and where.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomEntry")]
public sealed record RoomEntry
{
    [Id(0)] public ErrorCode Error { get; init; }
    [Id(1)] public RoomPerson? Person { get; init; }
    [Id(2)] public uint State { get; init; }
    /// <summary>Which activation of the room gave the number; a feed that knows another attaches again first.</summary>
    [Id(3)] public Guid Activation { get; init; }
}
