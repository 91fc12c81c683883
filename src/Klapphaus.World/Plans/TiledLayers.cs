using System.Text.Json;

namespace Klapphaus.World.Plans;

/// <summary>The five layers of a map that mean something, wherever in its groups they are; all others are decoration.</summary>
sealed class TiledLayers
{
    public const string Walls = "walls";
    public const string Furniture = "furniture";
    public const string Areas = "areas";
    public const string Doors = "doors";
    public const string Entries = "entries";

    static readonly string[] Wanted = [Walls, Furniture, Areas, Doors, Entries];

    readonly Dictionary<string, JsonElement> _layers = [];
    readonly HashSet<string> _seen = [];
    readonly FaultList _faults;

    public TiledLayers(JsonElement map, FaultList faults)
    {
        _faults = faults;
        Search(map, displaced: false);
        foreach (string name in Wanted.Where(name => !_seen.Contains(name)))
            AddKindFault(name, PlanFaultKind.LayerMissing);
    }

    /// <summary>The layer, or null when it is missing or unusable, which has been said.</summary>
    public JsonElement? Find(string name) => _layers.TryGetValue(name, out JsonElement layer) ? layer : null;

    // As deep as the JSON itself may be, which the parser bounds at 64.
    void Search(JsonElement parent, bool displaced)
    {
        foreach (JsonElement layer in parent.Items("layers"))
        {
            bool moved = displaced || layer.Number("offsetx") != 0 || layer.Number("offsety") != 0;
            if (layer.Text("type") == "group")
                Search(layer, moved);
            else if (Array.Find(Wanted, name => name.Equals(layer.Text("name"), StringComparison.OrdinalIgnoreCase)) is { } name)
                Take(name, layer, moved);
        }
    }

    void Take(string name, JsonElement layer, bool moved)
    {
        if (!_seen.Add(name))
        {
            _faults.AddAt(name, "", PlanFaultKind.LayerTwice);
            return;
        }
        if (moved)
            _faults.AddAt(name, "", PlanFaultKind.LayerDisplaced);
        if (layer.Text("type") == (IsOfTiles(name) ? "tilelayer" : "objectgroup"))
            _layers[name] = layer;
        else
            AddKindFault(name, PlanFaultKind.LayerOfWrongKind);
    }

    void AddKindFault(string name, PlanFaultKind kind)
    {
        (string german, string english) = IsOfTiles(name) ? ("Kachelebene", "a tile layer") : ("Objektebene", "an object layer");
        _faults.AddAt(name, "", kind, german, english);
    }

    static bool IsOfTiles(string name) => name is Walls or Furniture;
}
