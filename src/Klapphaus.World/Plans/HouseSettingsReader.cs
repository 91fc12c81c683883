using System.Text.Json;

namespace Klapphaus.World.Plans;

/// <summary>Reads house.json; fields that it does not know are left alone.</summary>
static class HouseSettingsReader
{
    public static HouseSettings? Read(ReadOnlySpan<byte> json, FaultList faults)
    {
        if (JsonText.Parse(json, faults) is not { } house)
            return null;
        if (house.ValueKind != JsonValueKind.Object)
        {
            faults.Add(PlanFaultKind.NotAHouse);
            return null;
        }
        if (house.Text("name").Trim().Length == 0)
            faults.Add(PlanFaultKind.NameMissing);
        string name = Words.Read(house.Field("name"), "name", "", "", faults);
        string translated = Words.Read(house.Field("name.en"), "name.en", "", "", faults);
        string language = house.Field("language") is null ? "de" : house.Text("language");
        if (language is not ("de" or "en"))
            faults.Add(PlanFaultKind.LanguageUnknown, house.Field("language").Quoted());
        return new HouseSettings
        {
            Names = Words.Names(name, translated),
            Language = language,
            StartRoom = house.Text("start"),
            Rooms = ReadRooms(house, faults),
        };
    }

    static List<RoomSetting> ReadRooms(JsonElement house, FaultList faults)
    {
        var rooms = new List<RoomSetting>();
        if (house.Field("rooms") is { ValueKind: not JsonValueKind.Array })
            faults.Add(PlanFaultKind.NotAHouse);
        int place = 0;
        foreach (JsonElement item in house.Items("rooms"))
        {
            place++;
            string file = item.Text("file");
            if (file.Length == 0 || !Words.IsName(file))
                faults.AddAt("rooms", "", PlanFaultKind.RoomListUnusable, place);
            else
                rooms.Add(new RoomSetting(file, ReadCapacity(item, file, faults)));
        }
        return rooms;
    }

    static int? ReadCapacity(JsonElement room, string file, FaultList faults)
    {
        JsonElement? value = room.Field("capacity");
        if (value is null || value.AsWholeNumber() is >= 1 and <= MapHead.LargestCapacity)
            return value.AsWholeNumber();
        faults.AddAt("rooms", file, PlanFaultKind.CapacityOutOfRange, value.Quoted(), 1, MapHead.LargestCapacity);
        return null;
    }
}
