namespace Klapphaus.World.Plans;

/// <summary>Makes doors of the objects of the layer "doors"; an object's name is the door's id.</summary>
static class DoorReader
{
    public static List<Drawn<Door>> Read(IEnumerable<TiledObject> objects, FaultList faults)
    {
        var doors = new List<Drawn<Door>>();
        var ids = new ObjectIds("door", faults);
        foreach (TiledObject source in objects)
        {
            string id = ids.Take(source);
            string room = source.Properties["room"].AsText().Trim();
            string entry = source.Properties["entry"].AsText().Trim();
            if (room.Length == 0 || entry.Length == 0)
                faults.AddAt(source.Layer, source.Label, PlanFaultKind.DoorTargetMissing);
            doors.Add(new(new Door(id, source.Rect, room, entry), source));
        }
        return doors;
    }
}
