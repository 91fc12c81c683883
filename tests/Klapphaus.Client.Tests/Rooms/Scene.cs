using Klapphaus.Contracts;

namespace Klapphaus.Client.Tests;

/// <summary>News as a server would send it, for a picture that is Ada's, handle 1.</summary>
static class Scene
{
    public const int Ada = 1, Bo = 2, Cem = 3;

    public static PersonView Person(int handle, string name) =>
        new() { Handle = handle, Member = new() { Id = "member-" + name, Name = name, Role = "visitor" } };

    public static RoomEnteredEvent Entered(double x, double y, FloorPlanView? plan = null, string room = "foyer") => new()
    {
        Room = new() { Id = room, Names = new Dictionary<string, string> { ["de"] = room }, Kind = "foyer", People = 3, Capacity = 30 },
        Plan = plan ?? Plans.Empty(100, 100),
        Handle = Ada,
        X = Position.FromTiles(x, y).X,
        Y = Position.FromTiles(x, y).Y,
        People = [Person(Ada, "Ada"), Person(Bo, "Bo")],
    };

    /// <summary>One message; positions in tiles, ages in ms.</summary>
    public static byte[] Moved(int header, params (int Handle, double X, double Y, int Heading, int Age)[] moves)
    {
        var message = new byte[AvatarsMoved.HeaderLength + (moves.Length * AvatarsMoved.RecordLength)];
        message[0] = (byte)header;
        for (var i = 0; i < moves.Length; i++)
        {
            var (handle, x, y, heading, age) = moves[i];
            var place = Position.FromTiles(x, y);
            var record = message.AsSpan(AvatarsMoved.HeaderLength + (i * AvatarsMoved.RecordLength));
            AvatarsMoved.Write(record, handle, place.X, place.Y, heading, age / AvatarsMoved.AgeUnit);
        }
        return message;
    }

    /// <summary>The same, seen from another cell than before.</summary>
    public static byte[] From(int sight, int column, int row, params (int Handle, double X, double Y, int Heading, int Age)[] moves)
    {
        var plain = Moved(sight | AvatarsMoved.CellFollows, moves);
        return [plain[0], (byte)column, (byte)row, .. plain[1..]];
    }

    public static Position Tile(double x, double y) => Position.FromTiles(x, y);
}
