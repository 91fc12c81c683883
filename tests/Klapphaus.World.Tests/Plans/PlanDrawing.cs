using System.Text;
using System.Text.Json.Nodes;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

/// <summary>
/// Draws a Tiled map from letters: # wall, o furniture, e the default entry, d a door to "halle", digits stands. What a letter covers becomes
/// one rectangle. Tests then change the map as they like.
/// </summary>
sealed class PlanDrawing
{
    const int Pixels = 16;

    static readonly string[] GoodRows =
    [
        "####dd####",
        "#........#",
        "#.11..22.#",
        "#.11..22.#",
        "#........#",
        "#..oo.ee.#",
        "##########",
    ];

    PlanDrawing(string[] rows)
    {
        int width = rows[0].Length;
        Map = new JsonObject
        {
            ["type"] = "map",
            ["orientation"] = "orthogonal",
            ["infinite"] = false,
            ["width"] = width,
            ["height"] = rows.Length,
            ["tilewidth"] = Pixels,
            ["tileheight"] = Pixels,
            ["properties"] = Properties(("name", "Foyer"), ("name.en", "Lobby"), ("kind", "foyer"), ("capacity", 50)),
            ["layers"] = new JsonArray(
                Tiles("walls", rows, '#'),
                Tiles("furniture", rows, 'o'),
                Objects("areas", rows.SelectMany(row => row).Where(char.IsAsciiDigit).Distinct()
                    .Select(digit => Over(rows, digit, "stand", $"Stand von {digit}", ("number", digit - '0'), ("capacity", 8), ("colour", "#1f6f8b")))),
                Objects("doors", rows.Any(row => row.Contains('d')) ? [Over(rows, 'd', "door", "nach-halle", ("room", "halle"), ("entry", "von-foyer"))] : []),
                Objects("entries", rows.Any(row => row.Contains('e')) ? [Over(rows, 'e', "entry", "eingang", ("default", true))] : [])),
        };
    }

    public JsonObject Map { get; }

    public static PlanDrawing Good() => new(GoodRows);

    public static PlanDrawing Of(params string[] rows) => new(rows);

    public JsonArray Layers => Map["layers"]!.AsArray();

    public JsonObject Layer(string name) => Layers.Select(layer => layer!.AsObject()).First(layer => (string?)layer["name"] == name);

    public JsonArray ObjectsOf(string layer) => Layer(layer)["objects"]!.AsArray();

    public JsonObject First(string layer) => ObjectsOf(layer)[0]!.AsObject();

    public JsonObject Add(string layer, string kind, string name, int x, int y, int width, int height, params (string Name, JsonNode Value)[] properties)
    {
        JsonObject added = Object(900 + ObjectsOf(layer).Count, kind, name, x, y, width, height, properties);
        ObjectsOf(layer).Add((JsonNode)added);
        return added;
    }

    /// <summary>Sets or, with null, removes a custom property.</summary>
    public static void Set(JsonObject owner, string name, JsonNode? value)
    {
        JsonArray properties = owner["properties"]!.AsArray();
        if (properties.FirstOrDefault(property => (string?)property!["name"] == name) is { } old)
            properties.Remove(old);
        if (value is not null)
            properties.Add((JsonNode)new JsonObject { ["name"] = name, ["value"] = value });
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(Map.ToJsonString());

    public PlanReading Read(string id = "foyer") => FloorPlanReader.Read(id, Bytes());

    public FloorPlan Plan()
    {
        PlanReading reading = Read();
        Assert.Empty(reading.Faults);
        return reading.Plan!;
    }

    static JsonObject Tiles(string name, string[] rows, char letter) => new()
    {
        ["type"] = "tilelayer",
        ["name"] = name,
        ["width"] = rows[0].Length,
        ["height"] = rows.Length,
        ["data"] = new JsonArray([.. rows.SelectMany(row => row).Select(tile => (JsonNode)(tile == letter ? 1 : 0))]),
    };

    static JsonObject Objects(string name, IEnumerable<JsonObject> objects) => new()
    {
        ["type"] = "objectgroup",
        ["name"] = name,
        ["objects"] = new JsonArray([.. objects]),
    };

    static JsonObject Over(string[] rows, char letter, string kind, string name, params (string Name, JsonNode Value)[] properties)
    {
        var covered = rows.SelectMany((row, y) => row.Select((tile, x) => (tile, x, y))).Where(spot => spot.tile == letter).ToList();
        (int x, int y) = (covered.Min(spot => spot.x), covered.Min(spot => spot.y));
        return Object(letter, kind, name, x, y, covered.Max(spot => spot.x) - x + 1, covered.Max(spot => spot.y) - y + 1, properties);
    }

    static JsonObject Object(int id, string kind, string name, int x, int y, int width, int height, (string Name, JsonNode Value)[] properties) => new()
    {
        ["id"] = id,
        ["type"] = kind,
        ["name"] = name,
        ["x"] = x * Pixels,
        ["y"] = y * Pixels,
        ["width"] = width * Pixels,
        ["height"] = height * Pixels,
        ["properties"] = Properties(properties),
    };

    static JsonArray Properties(params (string Name, JsonNode Value)[] properties) =>
        [.. properties.Select(property => new JsonObject { ["name"] = property.Name, ["value"] = property.Value })];
}
