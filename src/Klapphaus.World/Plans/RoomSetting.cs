namespace Klapphaus.World.Plans;

/// <summary>A room as the house lists it.</summary>
/// <param name="File">The file name of its plan.</param>
/// <param name="Capacity">In place of the plan's own, or null.</param>
public sealed record RoomSetting(string File, int? Capacity);
