namespace Klapphaus.World.Plans;

/// <summary>Whether every door of a house leads to an entry that is there.</summary>
static class DoorChecks
{
    /// <param name="rooms">Those that could be read.</param>
    /// <param name="ids">Of all rooms, also of those whose plan is faulty: what a door finds there cannot be said yet.</param>
    public static IEnumerable<PlanFault> Check(IReadOnlyList<FloorPlan> rooms, IReadOnlyList<string> ids)
    {
        foreach (FloorPlan room in rooms)
        {
            var faults = new FaultList(room.Id + HouseReader.PlanEnding);
            foreach (Door door in room.Doors)
            {
                FloorPlan? target = rooms.FirstOrDefault(other => other.Id == door.Room);
                if (!ids.Contains(door.Room))
                    faults.AddAt(TiledLayers.Doors, "door " + door.Id, PlanFaultKind.DoorToNoRoom, door.Room, string.Join(", ", ids));
                else if (target is not null && target.FindEntry(door.Entry) is null)
                    faults.AddAt(TiledLayers.Doors, "door " + door.Id, PlanFaultKind.DoorToNoEntry, door.Room, door.Entry, EntriesOf(target));
            }
            foreach (PlanFault fault in faults.All)
                yield return fault;
        }
    }

    static string EntriesOf(FloorPlan room) => string.Join(", ", room.Entries.Select(entry => entry.Id));
}
