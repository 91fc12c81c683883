using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>The plan that is in force now; who stood where a wall is now has been put beside it.</summary>
[MessagePackObject]
public sealed record PlanChangedEvent
{
    [Key("room")] public required RoomSummary Room { get; init; }
    [Key("plan")] public required FloorPlanView Plan { get; init; }
}
