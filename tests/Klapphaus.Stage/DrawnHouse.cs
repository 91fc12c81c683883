using System.Text.Json.Nodes;

namespace Klapphaus.Stage;

/// <summary>
/// A folder of plans, drawn with letters: # wall, o furniture, e the default entry, capital letters doors. A door is called "nach-" and its room, and
/// leads to that room's default entry.
/// </summary>
sealed class DrawnHouse
{
    const int Pixels = 16;

    readonly List<(string Id, JsonObject Map)> rooms = [];

    /// <summary>A foyer with a pillar in the middle and a door to a hall, and the hall with the door back.</summary>
    public static DrawnHouse Small() => new DrawnHouse()
        .With("foyer", ["################", "#..............#", "#..e...........#", "#......##......H", "#......##......#", "#..............#", "#..............#", "################"], doors: ("H", "halle"))
        .With("halle", ["############", "F..e.......#", "#..........#", "#..........#", "############"], doors: ("F", "foyer"));

    /// <summary>One empty room.</summary>
    public static DrawnHouse Empty(string room, int width, int height, int capacity = 500) =>
        new DrawnHouse().With(room, EmptyRows(width, height), capacity);

    public DrawnHouse With(string room, string[] rows, int capacity = 50, params (string Letter, string Room)[] doors)
    {
        rooms.RemoveAll(r => r.Id == room);
        rooms.Add((room, Map(room, rows, capacity, doors)));
        return this;
    }

    /// <summary>Gives a room an area; places in tiles.</summary>
    public DrawnHouse WithArea(string room, string kind, string name, int x, int y, int width, int height, params (string Name, JsonNode Value)[] properties)
    {
        var areas = rooms.Find(r => r.Id == room).Map["layers"]!.AsArray().First(l => (string?)l!["name"] == "areas")!["objects"]!.AsArray();
        areas.Add((JsonNode)new JsonObject
        {
            ["id"] = 500 + areas.Count,
            ["type"] = kind,
            ["name"] = name,
            ["x"] = x * Pixels,
            ["y"] = y * Pixels,
            ["width"] = width * Pixels,
            ["height"] = height * Pixels,
            ["properties"] = Properties(properties),
        });
        return this;
    }

    /// <summary>Gives a room a place for a stand, <c>stand-</c> and its number, of three tiles by two.</summary>
    public DrawnHouse WithStand(string room, int number, int x, int y) => WithArea(room, "stand", $"Stand {number}", x, y, 3, 2, ("number", number));

    public DrawnHouse Without(string room)
    {
        rooms.RemoveAll(r => r.Id == room);
        return this;
    }

    /// <summary>Writes all of it, and removes what is no longer part of it. Each file appears at once and whole.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (id, map) in rooms) Put(folder, id + ".tmj", map);
        Put(folder, "house.json", new()
        {
            ["name"] = "Probehaus",
            ["start"] = rooms[0].Id,
            ["rooms"] = new JsonArray([.. rooms.Select(r => new JsonObject { ["file"] = r.Id + ".tmj" })]),
        });
        foreach (var file in Directory.EnumerateFiles(folder, "*.tmj"))
            if (!rooms.Exists(r => r.Id == Path.GetFileNameWithoutExtension(file))) File.Delete(file);
    }

    static string[] EmptyRows(int width, int height)
    {
        var wall = new string('#', width);
        var entry = "#..e" + new string('.', width - 5) + "#";
        var floor = "#" + new string('.', width - 2) + "#";
        return [wall, floor, entry, .. Enumerable.Repeat(floor, height - 4), wall];
    }

    static void Put(string folder, string name, JsonObject content)
    {
        var draft = Path.Combine(folder, name + ".draft");
        File.WriteAllText(draft, content.ToJsonString());
        File.Move(draft, Path.Combine(folder, name), overwrite: true);
    }

    static JsonObject Map(string room, string[] rows, int capacity, (string Letter, string Room)[] doors) => new()
    {
        ["type"] = "map",
        ["orientation"] = "orthogonal",
        ["infinite"] = false,
        ["width"] = rows[0].Length,
        ["height"] = rows.Length,
        ["tilewidth"] = Pixels,
        ["tileheight"] = Pixels,
        ["properties"] = Properties(("name", room), ("kind", "foyer"), ("capacity", capacity)),
        ["layers"] = new JsonArray(
            Tiles("walls", rows, '#'),
            Tiles("furniture", rows, 'o'),
            Objects("areas", []),
            Objects("doors", [.. doors.Select(d => Over(rows, d.Letter[0], "door", "nach-" + d.Room, ("room", d.Room), ("entry", "eingang")))]),
            Objects("entries", [Over(rows, 'e', "entry", "eingang", ("default", true))])),
    };

    static JsonObject Tiles(string name, string[] rows, char letter) => new()
    {
        ["type"] = "tilelayer",
        ["name"] = name,
        ["width"] = rows[0].Length,
        ["height"] = rows.Length,
        ["data"] = new JsonArray([.. rows.SelectMany(row => row).Select(tile => (JsonNode)(tile == letter ? 1 : 0))]),
    };

    static JsonObject Objects(string name, JsonObject[] objects) =>
        new() { ["type"] = "objectgroup", ["name"] = name, ["objects"] = new JsonArray([.. objects]) };

    static JsonObject Over(string[] rows, char letter, string kind, string name, params (string Name, JsonNode Value)[] properties)
    {
        var y = Array.FindIndex(rows, row => row.Contains(letter));
        return new()
        {
            ["id"] = (int)letter,
            ["type"] = kind,
            ["name"] = name,
            ["x"] = rows[y].IndexOf(letter) * Pixels,
            ["y"] = y * Pixels,
            ["width"] = Pixels,
            ["height"] = Pixels,
            ["properties"] = Properties(properties),
        };
    }

    static JsonArray Properties(params (string Name, JsonNode Value)[] properties) =>
        [.. properties.Select(property => new JsonObject { ["name"] = property.Name, ["value"] = property.Value })];
}
