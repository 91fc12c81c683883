namespace Klapphaus.World.Plans;

/// <summary>How far it is from one place of a room to all of its areas and doors, in metres; those that are not reached are missing.</summary>
sealed class WalkLegs
{
    readonly List<(Area Area, double Metres)> areas = [];
    readonly List<(Door Door, double Metres)> doors = [];

    public WalkLegs(FloorPlan plan, Position from)
    {
        var field = plan.WalkedFrom(from);
        foreach (var area in plan.Areas)
            if (field.To(area.Rect) is var metres && double.IsFinite(metres)) areas.Add((area, metres));
        foreach (var door in plan.Doors)
            if (field.To(door.Rect) is var metres && double.IsFinite(metres)) doors.Add((door, metres));
    }

    public IReadOnlyList<(Area Area, double Metres)> Areas => areas;

    public IReadOnlyList<(Door Door, double Metres)> Doors => doors;
}
