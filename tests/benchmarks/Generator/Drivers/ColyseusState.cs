using System.Buffers.Binary;

namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>A client's copy of the peer's state: a map of players {id, x, y, d}, kept by the stream of changes of @colyseus/schema.</summary>
sealed class ColyseusState
{
    const byte SwitchToStructure = 255;
    const byte ClearAll = 10;
    const byte Delete = 64;
    const byte Add = 128;
    const byte KindMask = 0xC0;
    const byte TypeFollows = 213;

    readonly List<int> touched = [];
    Player[] players = new Player[64]; // by the number that the schema gives an object
    int playersMap = -1;

    /// <summary>As the server has it; unknown until its id has come.</summary>
    public struct Player
    {
        public int Id, X, Y, Direction;
        public bool Known;
    }

    public Player this[int reference] => players[reference];

    /// <summary>Takes a patch in; gives the players whom it names, valid until the next patch.</summary>
    public List<int> Apply(ReadOnlySpan<byte> patch, out bool readable)
    {
        touched.Clear();
        readable = true;
        int at = 0, current = 0;
        while (at < patch.Length)
        {
            if (patch[at] == SwitchToStructure)
            {
                at++;
                current = Number(patch, ref at);
            }
            else if (current == 0) RootChange(patch, ref at);
            else if (current == playersMap) MapChange(patch, ref at);
            else if (!PlayerChange(current, patch, ref at))
            {
                readable = false;
                break;
            }
        }
        return touched;
    }

    void RootChange(ReadOnlySpan<byte> patch, ref int at)
    {
        var operation = patch[at++];
        if ((operation & KindMask) != Delete) playersMap = Number(patch, ref at);
    }

    void MapChange(ReadOnlySpan<byte> patch, ref int at)
    {
        var operation = patch[at++];
        if (operation == ClearAll) return;
        Number(patch, ref at); // place in the map
        var added = (operation & Add) != 0;
        if (added) at += 1 + (patch[at] & 0x1F); // the key, a short string
        if (operation == Delete) return;
        var player = Number(patch, ref at);
        if (!added) return;
        if (at < patch.Length && patch[at] == TypeFollows)
        {
            at++;
            Number(patch, ref at);
        }
        MakeRoomFor(player);
    }

    /// <summary>False when the field is none of a player's.</summary>
    bool PlayerChange(int reference, ReadOnlySpan<byte> patch, ref int at)
    {
        var operation = patch[at++];
        if ((operation & KindMask) == Delete) return true;
        MakeRoomFor(reference);
        ref var player = ref players[reference];
        var field = operation & 63;
        if (field > 3) return false;
        if (field == 3) player.Direction = patch[at++]; // a change of this alone counts as well: it may say that one stands
        else
        {
            var value = BinaryPrimitives.ReadUInt16LittleEndian(patch[at..]);
            at += 2;
            if (field == 0) (player.Id, player.Known) = (value, true);
            else if (field == 1) player.X = value;
            else player.Y = value;
        }
        if (touched.Count == 0 || touched[^1] != reference) touched.Add(reference);
        return true;
    }

    void MakeRoomFor(int reference)
    {
        if (reference >= players.Length) Array.Resize(ref players, Math.Max(reference + 1, players.Length * 2));
    }

    static int Number(ReadOnlySpan<byte> patch, ref int at)
    {
        int first = patch[at++];
        if (first < 0x80) return first;
        var start = at;
        switch (first)
        {
            case 0xCC:
                at += 1;
                return patch[start];
            case 0xCD:
                at += 2;
                return BinaryPrimitives.ReadUInt16LittleEndian(patch[start..]);
            case 0xCE:
                at += 4;
                return BinaryPrimitives.ReadInt32LittleEndian(patch[start..]);
            default:
                throw new FormatException($"A number does not begin with {first:x2}.");
        }
    }
}
