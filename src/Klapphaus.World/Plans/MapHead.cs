using System.Text.Json;

namespace Klapphaus.World.Plans;

/// <summary>What a map says about itself as a whole.</summary>
/// <param name="Width">In tiles; 0 when the size is unusable, and with it all that depends on it.</param>
/// <param name="Height">In tiles.</param>
/// <param name="UnitsPerPixel">Objects are drawn in pixels.</param>
/// <param name="Names">By language.</param>
/// <param name="Kind">One of <see cref="RoomKind"/>.</param>
/// <param name="Capacity">Of the room.</param>
sealed record MapHead(
    int Width, int Height, double UnitsPerPixel, IReadOnlyDictionary<string, string> Names, string Kind, int Capacity)
{
    public const int LargestCapacity = 5000;

    public bool HasMeasure => Width > 0;

    public static MapHead Read(JsonElement map, FaultList faults)
    {
        if (map.Text("orientation") is not "orthogonal" and var orientation)
            faults.Add(PlanFaultKind.NotOrthogonal, Short(orientation));
        bool infinite = map.IsTrue("infinite");
        if (infinite)
            faults.Add(PlanFaultKind.Infinite);

        (int width, int height) = (map.Field("width").AsWholeNumber() ?? 0, map.Field("height").AsWholeNumber() ?? 0);
        bool sized = IsSide(width) && IsSide(height);
        // The size of an infinite map says nothing.
        if (!sized && !infinite)
            faults.Add(PlanFaultKind.SizeOutOfRange, width, height, Floor.MinTiles, Floor.MaxTiles);
        (double tileWidth, double tileHeight) = (map.Number("tilewidth"), map.Number("tileheight"));
        bool scaled = tileWidth == tileHeight && tileWidth is >= 8 and <= 256;
        if (!scaled)
            faults.Add(PlanFaultKind.TileSizeUnusable, tileWidth, tileHeight);

        var properties = new TiledProperties(map);
        bool measured = sized && scaled && !infinite;
        return new MapHead(
            measured ? width : 0,
            measured ? height : 0,
            measured ? Floor.UnitsPerTile / tileWidth : 0,
            ReadNames(properties, faults),
            ReadKind(properties, faults),
            ReadCapacity(properties, faults));
    }

    static Dictionary<string, string> ReadNames(TiledProperties properties, FaultList faults)
    {
        if (properties["name"].AsText().Trim().Length == 0)
            faults.Add(PlanFaultKind.NameMissing);
        return Words.Names(
            Words.Read(properties["name"], "name", "", "", faults),
            Words.Read(properties["name.en"], "name.en", "", "", faults));
    }

    static string ReadKind(TiledProperties properties, FaultList faults)
    {
        string kind = properties["kind"].AsText();
        if (!RoomKind.All.Contains(kind))
            faults.Add(PlanFaultKind.KindUnknown, properties["kind"].Quoted(), string.Join(", ", RoomKind.All));
        return kind;
    }

    static int ReadCapacity(TiledProperties properties, FaultList faults)
    {
        if (properties["capacity"] is null)
            faults.Add(PlanFaultKind.CapacityMissing, LargestCapacity);
        return properties.Capacity("", "", 1, LargestCapacity, faults) ?? 0;
    }

    static bool IsSide(int tiles) => tiles is >= Floor.MinTiles and <= Floor.MaxTiles;

    static string Short(string text) => text.Length <= 40 ? text : text[..40];
}
