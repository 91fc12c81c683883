using System.Text;
using Klapphaus.Grains.Rooms;
using Klapphaus.World.Plans;

namespace Klapphaus.Grains.House;

/// <summary>Keeps the list of rooms and how full they are. The way into a room does not lead through here.</summary>
sealed class HouseGrain([PersistentState("house", Storage.Name)] IPersistentState<HouseGrainState> stored, TimeProvider time) : Grain, IHouseGrain
{
    /// <summary>A number of people that nobody has repeated for so long is of a process that died.</summary>
    const long Patience = 15_000;

    readonly Dictionary<string, (int People, long Heard)> counts = [];
    long version;
    RoomIndex? index;

    public async Task<string[]> Publish(HouseFiles files)
    {
        var reading = HouseReader.Read(files.Settings, files.Plans);
        if (reading.House is not { } house) return [.. reading.Faults.Select(f => f.Line("de"))];

        var rooms = house.Rooms.Select(Info).ToList();
        foreach (var closed in stored.State.Rooms.Where(r => rooms.TrueForAll(n => n.Id != r.Id))) await Room(closed.Id).UsePlan(null);
        foreach (var room in house.Rooms) await Room(room.Id).UsePlan(Plan(room, house, files));

        stored.State.Rooms = rooms;
        stored.State.Start = house.Settings.StartRoom;
        stored.State.Names = new(house.Settings.Names);
        stored.State.Language = house.Settings.Language;
        await stored.WriteStateAsync();
        Changed();
        return [];
    }

    public Task<RoomIndex> Rooms() => Task.FromResult(Index());

    public Task<RoomIndex?> Report(Dictionary<string, int> people, long known)
    {
        var now = time.Milliseconds();
        foreach (var (room, count) in people)
        {
            if (counts.GetValueOrDefault(room).People != count) Changed();
            counts[room] = (count, now);
        }
        foreach (var stale in counts.Where(c => now - c.Value.Heard > Patience).Select(c => c.Key).ToList())
        {
            if (counts[stale].People > 0) Changed();
            counts.Remove(stale);
        }
        var newest = Index();
        return Task.FromResult(newest.Version == known ? null : newest);
    }

    void Changed() => index = null;

    RoomIndex Index() => index ??= new()
    {
        // never the same as one that was given out before a restart
        Version = version = Math.Max(version + 1, time.GetUtcNow().ToUnixTimeMilliseconds()),
        Rooms = [.. stored.State.Rooms.Select(r => r with { People = counts.GetValueOrDefault(r.Id).People })],
        Start = stored.State.Start,
        Names = stored.State.Names,
        Language = stored.State.Language,
    };

    static RoomInfo Info(FloorPlan plan) => new() { Id = plan.Id, Names = new(plan.Names), Kind = plan.Kind, Capacity = plan.Capacity };

    static RoomPlan Plan(FloorPlan room, HousePlans house, HouseFiles files) => new()
    {
        Id = room.Id,
        Json = Encoding.UTF8.GetString(files.Plans[room.Id + HouseReader.PlanEnding]),
        Capacity = room.Capacity,
        Neighbours = room.Doors.Select(d => d.Room).Distinct().ToDictionary(id => id, id => new Dictionary<string, string>(house.Find(id)!.Names)),
    };

    IRoomGrain Room(string id) => GrainFactory.GetGrain<IRoomGrain>(id);
}
