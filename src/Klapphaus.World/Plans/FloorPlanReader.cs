using System.Security.Cryptography;
using System.Text.Json;

namespace Klapphaus.World.Plans;

/// <summary>Reads floor plans that were drawn in Tiled (.tmj). Tells everything that is wrong, and never throws at a file.</summary>
public static class FloorPlanReader
{
    /// <param name="id">The room's id: the file's name without ".tmj".</param>
    /// <param name="json">The content of the file.</param>
    public static PlanReading Read(string id, ReadOnlySpan<byte> json)
    {
        var faults = new FaultList(id + ".tmj");
        if (!Words.IsId(id))
            faults.Add(PlanFaultKind.IdUnusable, id);
        if (JsonText.Parse(json, faults) is not { } map)
            return new PlanReading(null, faults.All);
        if (map.Text("type") != "map" || map.Field("layers") is not { ValueKind: JsonValueKind.Array })
        {
            faults.Add(PlanFaultKind.NotATiledMap);
            return new PlanReading(null, faults.All);
        }
        string version = Convert.ToHexStringLower(SHA256.HashData(json))[..12];
        return new PlanReading(ReadMap(id, version, map, faults), faults.All);
    }

    static FloorPlan? ReadMap(string id, string version, JsonElement map, FaultList faults)
    {
        MapHead head = MapHead.Read(map, faults);
        var layers = new TiledLayers(map, faults);
        TileGrid? walls = ReadTiles(layers, TiledLayers.Walls, head, faults);
        TileGrid? furniture = ReadTiles(layers, TiledLayers.Furniture, head, faults);
        List<Drawn<Area>> areas = new AreaReader(faults).Read(TiledObject.ReadAll(layers, TiledLayers.Areas, head, faults));
        List<Drawn<Door>> doors = DoorReader.Read(TiledObject.ReadAll(layers, TiledLayers.Doors, head, faults), faults);
        List<Drawn<Entry>> entries = EntryReader.Read(TiledObject.ReadAll(layers, TiledLayers.Entries, head, faults), faults);
        CheckEntries(layers, head, entries, faults);

        if (walls is null || furniture is null)
            return null;
        new PlanChecks(TileGrid.Union(walls, furniture), faults).Check(areas, doors, entries);
        if (!faults.IsEmpty)
            return null;
        return new FloorPlan(walls, furniture, [.. entries.Select(entry => entry.Part)])
        {
            Id = id,
            Names = head.Names,
            Kind = head.Kind,
            Capacity = head.Capacity,
            Version = version,
            Areas = [.. areas.Select(area => area.Part)],
            Doors = [.. doors.Select(door => door.Part)],
        };
    }

    static TileGrid? ReadTiles(TiledLayers layers, string name, MapHead head, FaultList faults) =>
        head.HasMeasure && layers.Find(name) is { } layer ? TiledTiles.Read(layer, name, head, faults) : null;

    static void CheckEntries(TiledLayers layers, MapHead head, List<Drawn<Entry>> entries, FaultList faults)
    {
        // Without the layer or a measure no entry could be read, and that has been said.
        if (layers.Find(TiledLayers.Entries) is not { } layer || !head.HasMeasure)
            return;
        if (!layer.Items("objects").Any())
            faults.AddAt(TiledLayers.Entries, "", PlanFaultKind.EntryMissing);
        else if (entries.Count > 0 && !entries.Exists(entry => entry.Part.IsDefault))
            faults.AddAt(TiledLayers.Entries, "", PlanFaultKind.DefaultEntryMissing);
    }
}
