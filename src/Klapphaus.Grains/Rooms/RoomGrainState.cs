namespace Klapphaus.Grains.Rooms;

/// <summary>What is kept of a room: its plan. Positions are not.</summary>
[GenerateSerializer]
[Alias("Klapphaus.RoomGrainState")]
public sealed class RoomGrainState
{
    [Id(0)] public int Version { get; set; } = 1;
    [Id(1)] public RoomPlan? Plan { get; set; }
}
