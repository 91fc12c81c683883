using System.Text.Json;

namespace Klapphaus.World.Plans;

/// <summary>A rectangle or point of an object layer, inside the room.</summary>
sealed record TiledObject
{
    const int MostObjects = 1000;

    public required string Layer { get; init; }

    /// <summary>How one finds it in Tiled: class, number or name, and Tiled's own number.</summary>
    public required string Label { get; init; }

    public required string Name { get; init; }

    /// <summary>Tiled calls it "class" in 1.9 and "type" before and after.</summary>
    public required string Class { get; init; }

    public required Rect Rect { get; init; }

    public required TiledProperties Properties { get; init; }

    /// <summary>Those that can be used; the others have been told.</summary>
    public static List<TiledObject> ReadAll(TiledLayers layers, string layerName, MapHead head, FaultList faults)
    {
        if (layers.Find(layerName) is not { } layer)
            return [];
        List<JsonElement> all = [.. layer.Items("objects").Take(MostObjects + 1)];
        if (all.Count > MostObjects)
        {
            faults.AddAt(layerName, "", PlanFaultKind.TooManyObjects, MostObjects);
            return [];
        }
        return [.. all.Select(item => Read(item, layerName, head, faults)).OfType<TiledObject>()];
    }

    static TiledObject? Read(JsonElement item, string layer, MapHead head, FaultList faults)
    {
        var properties = new TiledProperties(item);
        string kind = item.Text("class") is { Length: > 0 } newer ? newer : item.Text("type");
        string label = LabelOf(item, kind, properties);
        string name = Words.Read(item.Field("name"), "name", layer, label, faults);

        bool isPoint = item.IsTrue("point");
        (double width, double height) = (item.Number("width"), item.Number("height"));
        bool shaped = item.Field("ellipse") is not null || item.Field("capsule") is not null || item.Field("polygon") is not null
            || item.Field("polyline") is not null || item.Field("text") is not null || item.Field("gid") is not null
            || item.Field("template") is not null || item.Number("rotation") != 0;
        if (shaped || (isPoint ? layer != TiledLayers.Entries : width <= 0 || height <= 0))
        {
            faults.AddAt(layer, label, PlanFaultKind.NotARectangle);
            return null;
        }
        if (!head.HasMeasure)
            return null;
        if (Place(item, isPoint, head) is not { } rect)
        {
            faults.AddAt(layer, label, PlanFaultKind.OutsideRoom);
            return null;
        }
        return new TiledObject { Layer = layer, Label = label, Name = name, Class = kind, Rect = rect, Properties = properties };
    }

    /// <summary>Edges are rounded, not sizes, so that two objects that touch in Tiled touch here. Null when outside.</summary>
    static Rect? Place(JsonElement item, bool isPoint, MapHead head)
    {
        // What is thinner than a unit still takes one.
        int least = isPoint ? 0 : 1;
        double left = Math.Round(item.Number("x") * head.UnitsPerPixel);
        double top = Math.Round(item.Number("y") * head.UnitsPerPixel);
        double right = isPoint ? left : Math.Max(left + least, Math.Round((item.Number("x") + item.Number("width")) * head.UnitsPerPixel));
        double bottom = isPoint ? top : Math.Max(top + least, Math.Round((item.Number("y") + item.Number("height")) * head.UnitsPerPixel));
        // A point on the far edge is on the first tile beyond it.
        int beyond = 1 - least;
        bool inside = left >= 0 && top >= 0
            && right + beyond <= head.Width * Floor.UnitsPerTile && bottom + beyond <= head.Height * Floor.UnitsPerTile;
        return inside ? new Rect((int)left, (int)top, (int)(right - left), (int)(bottom - top)) : null;
    }

    static string LabelOf(JsonElement item, string kind, TiledProperties properties)
    {
        string name = properties["number"].AsWholeNumber() is { } number ? number.ToString() : item.Text("name");
        string label = $"{kind} {name}".Trim();
        if (label.Length > 60 || !Words.IsName(label))
            label = "";
        return $"{label} (#{item.Field("id").AsWholeNumber() ?? 0})".Trim();
    }
}
