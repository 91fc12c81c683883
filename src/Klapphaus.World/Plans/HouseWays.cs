namespace Klapphaus.World.Plans;

/// <summary>How one walks through the house: the shortest way from anywhere to the areas of its rooms, through doors where need be. Never changes.</summary>
public sealed class HouseWays
{
    readonly Dictionary<string, FloorPlan> rooms;

    /// <summary>From where doors lead to, which is the same for everybody.</summary>
    readonly Dictionary<(string Room, string Entry), WalkLegs> behindDoors = [];

    public HouseWays(IEnumerable<FloorPlan> plans)
    {
        rooms = plans.ToDictionary(p => p.Id);
        foreach (var door in rooms.Values.SelectMany(p => p.Doors))
            if (rooms.TryGetValue(door.Room, out var plan) && plan.FindEntry(door.Entry) is { } entry && !behindDoors.ContainsKey((plan.Id, entry.Id)))
                behindDoors[(plan.Id, entry.Id)] = new(plan, entry.Rect.Middle);
    }

    /// <summary>The ways from a place to all areas that one can walk to, by room and area; null when there is no such room.</summary>
    /// <param name="room">Id of the room.</param>
    /// <param name="place">Where in it.</param>
    /// <param name="mayEnter">Whether somebody may enter a room, by its id; through others nobody is led.</param>
    public IReadOnlyDictionary<(string Room, string Area), HouseWay>? From(string room, Position place, Func<string, bool> mayEnter)
    {
        if (!rooms.TryGetValue(room, out var plan)) return null;
        var ways = new Dictionary<(string, string), HouseWay>();
        var passed = new HashSet<(string, string)>();
        var open = new PriorityQueue<(string Room, string Entry, WalkLegs Legs, HouseWay Walked), double>();
        open.Enqueue((room, "", new(plan, place), new(0, [])), 0);
        while (open.TryDequeue(out var here, out _))
        {
            if (!passed.Add((here.Room, here.Entry))) continue; // a shorter way led there
            foreach (var (area, metres) in here.Legs.Areas)
                if (here.Walked.Metres + metres is var whole && !(ways.TryGetValue((here.Room, area.Id), out var known) && known.Metres <= whole))
                    ways[(here.Room, area.Id)] = here.Walked with { Metres = whole };
            foreach (var (door, metres) in here.Legs.Doors)
            {
                var behind = (door.Room, door.Entry);
                if (passed.Contains(behind) || !mayEnter(door.Room) || !behindDoors.TryGetValue(behind, out var legs)) continue;
                var walked = new HouseWay(here.Walked.Metres + metres, [.. here.Walked.Doors, door.Id]);
                open.Enqueue((door.Room, door.Entry, legs, walked), walked.Metres);
            }
        }
        return ways;
    }
}
