using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Everything about a room but the positions, which follow at once as moves.</summary>
[MessagePackObject]
public sealed record RoomEnteredEvent
{
    [Key("room")] public required RoomSummary Room { get; init; }
    [Key("plan")] public required FloorPlanView Plan { get; init; }
    /// <summary>The own avatar's number in this room.</summary>
    [Key("handle")] public required int Handle { get; init; }
    /// <summary>Where the own avatar stands, 1/32 tile.</summary>
    [Key("x")] public required int X { get; init; }
    [Key("y")] public required int Y { get; init; }
    [Key("people")] public required PersonView[] People { get; init; }
    /// <summary>Who may do what here; null when everybody may do everything.</summary>
    [Key("policy")] public PolicyView? Policy { get; init; }
}
