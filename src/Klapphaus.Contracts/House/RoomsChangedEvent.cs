using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>The whole list of rooms, in the order in which the house shows them.</summary>
[MessagePackObject]
public sealed record RoomsChangedEvent
{
    [Key("rooms")] public required RoomSummary[] Rooms { get; init; }
}
