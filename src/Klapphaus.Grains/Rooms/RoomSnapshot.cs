namespace Klapphaus.Grains.Rooms;

/// <summary>A whole room at one tick.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomSnapshot")]
public sealed class RoomSnapshot
{
    [Id(0)] public required RoomPlan Plan { get; init; }
    /// <summary>The tick that this is the state after.</summary>
    [Id(1)] public required RoomTick State { get; init; }
}
