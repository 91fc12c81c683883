using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>Rooms drawn with letters: # wall, o furniture, capital letters doors.</summary>
static class Rooms
{
    const int Tile = Protocol.UnitsPerTile;

    public static FloorPlanView Plan(string[] rows, AreaView[]? areas = null, params (string Letter, string Room)[] doors) => new()
    {
        Version = "1",
        Width = rows[0].Length,
        Height = rows.Length,
        Walls = Bits(rows, '#'),
        Furniture = Bits(rows, 'o'),
        Areas = areas ?? [],
        Doors = [.. doors.Select(door => Door(rows, door.Letter[0], door.Room))],
    };

    /// <summary>Places and lengths in tiles.</summary>
    public static AreaView Area(string id, string kind, int x, int y, int width, int height, int number = 0) => new()
    {
        Id = id, Kind = kind, Names = new Dictionary<string, string> { ["de"] = "" }, X = x * Tile, Y = y * Tile, Width = width * Tile, Height = height * Tile, Number = number,
    };

    public static RoomSummary Room(string id, int people = 1, int capacity = 500) =>
        new() { Id = id, Names = new Dictionary<string, string> { ["de"] = $"{char.ToUpperInvariant(id[0])}{id[1..]}" }, Kind = "foyer", People = people, Capacity = capacity };

    public static PersonView Person(int handle, string name, string affiliation = "", string role = "visitor", string availability = "available") =>
        new() { Handle = handle, Member = new() { Id = $"member-{name}", Name = name, Affiliation = affiliation, Role = role }, Availability = availability };

    public static byte[] Moved(params (int Handle, double X, double Y)[] standing)
    {
        var message = new byte[AvatarsMoved.HeaderLength + (standing.Length * AvatarsMoved.RecordLength)];
        message[0] = AvatarsMoved.Everything;
        for (var i = 0; i < standing.Length; i++)
        {
            var (handle, x, y) = standing[i];
            var place = Position.FromTiles(x, y);
            AvatarsMoved.Write(message.AsSpan(AvatarsMoved.HeaderLength + (i * AvatarsMoved.RecordLength)), handle, place.X, place.Y, Protocol.Standing, age: 0);
        }
        return message;
    }

    static byte[] Bits(string[] rows, char letter)
    {
        var bits = new byte[((rows.Length * rows[0].Length) + 7) / 8];
        foreach (var (row, y) in rows.Select((row, y) => (row, y)))
        {
            for (var x = 0; x < row.Length; x++)
            {
                var bit = (y * row.Length) + x;
                if (row[x] == letter) bits[bit / 8] |= (byte)(1 << (bit % 8));
            }
        }
        return bits;
    }

    static DoorView Door(string[] rows, char letter, string room)
    {
        var y = Array.FindIndex(rows, row => row.Contains(letter));
        return new()
        {
            Id = $"nach-{room}", Room = room, RoomNames = Room(room).Names, X = rows[y].IndexOf(letter) * Tile, Y = y * Tile, Width = Tile, Height = Tile,
        };
    }
}
