namespace Klapphaus.World.Plans;

/// <summary>Reads a house: house.json and the plans beside it.</summary>
public static class HouseReader
{
    public const string SettingsFile = "house.json";
    public const string PlanEnding = ".tmj";

    /// <param name="house">The content of house.json.</param>
    /// <param name="plans">The content of every *.tmj beside it, by file name without folder.</param>
    public static HouseReading Read(ReadOnlySpan<byte> house, IReadOnlyDictionary<string, byte[]> plans)
    {
        var faults = new FaultList(SettingsFile);
        HouseSettings? settings = HouseSettingsReader.Read(house, faults);
        List<RoomSetting> listed = [.. settings?.Rooms ?? []];
        foreach (RoomSetting missing in listed.Where(room => !plans.ContainsKey(room.File)))
            faults.AddAt("rooms", missing.File, PlanFaultKind.FileMissing, missing.File);
        listed.RemoveAll(room => !plans.ContainsKey(room.File));
        listed.AddRange(plans.Keys
            .Where(file => !listed.Exists(room => room.File == file))
            .Order(StringComparer.Ordinal)
            .Select(file => new RoomSetting(file, null)));

        var ids = new List<string>();
        var rooms = new List<FloorPlan>();
        var ofPlans = new List<PlanFault>();
        foreach (RoomSetting room in listed)
        {
            string id = IdOf(room.File);
            if (ids.Contains(id))
            {
                faults.AddAt("rooms", room.File, PlanFaultKind.RoomTwice, id);
                continue;
            }
            ids.Add(id);
            PlanReading reading = FloorPlanReader.Read(id, plans[room.File]);
            ofPlans.AddRange(reading.Faults);
            if (reading.Plan is { } plan)
                rooms.Add(room.Capacity is { } capacity ? plan.WithCapacity(capacity) : plan);
        }

        if (ids.Count == 0)
            faults.Add(PlanFaultKind.NoRooms);
        else if (settings is not null && !ids.Contains(settings.StartRoom))
            faults.Add(PlanFaultKind.StartRoomMissing, settings.StartRoom, string.Join(", ", ids));
        ofPlans.AddRange(DoorChecks.Check(rooms, ids));

        List<PlanFault> all = [.. faults.All, .. ofPlans];
        return new HouseReading(all.Count == 0 && settings is not null ? new HousePlans(settings, rooms) : null, all);
    }

    static string IdOf(string file) =>
        file.EndsWith(PlanEnding, StringComparison.OrdinalIgnoreCase) ? file[..^PlanEnding.Length] : file;
}
