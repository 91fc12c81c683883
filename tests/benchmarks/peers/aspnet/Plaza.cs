using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Klapphaus.Benchmarks.Peers;

/// <summary>Who is in the room, and what moved since the last tick, by cell. Records have 7 bytes: u16 id, u16 x, u16 y, u8 direction.</summary>
sealed class Plaza(bool broadcasts)
{
    const int Record = 7;

    readonly List<Avatar>[] changed = [.. Enumerable.Range(0, ArenaGrid.Cells).Select(_ => new List<Avatar>())];

    /// <summary>Each move goes out at once, to groups; there is no tick.</summary>
    public bool Broadcasts => broadcasts;

    public ConcurrentDictionary<string, Avatar> Avatars { get; } = new();

    public void Enter(Avatar avatar, int x, int y)
    {
        avatar.Place(x, y, ArenaGrid.Snapshot ? ArenaGrid.Standing : 0);
        Avatars[avatar.ConnectionId] = avatar;
        if (ArenaGrid.Snapshot && !broadcasts) Mark(avatar);
    }

    public void Move(Avatar avatar, int x, int y, int direction)
    {
        avatar.Place(x, y, direction);
        if (!broadcasts) Mark(avatar);
    }

    /// <summary>Everybody who stands in these cells.</summary>
    public byte[] Everybody(IEnumerable<int> cells)
    {
        var wanted = cells.ToHashSet();
        return Records([.. Avatars.Values.Where(a => wanted.Contains(a.Cell))]);
    }

    /// <summary>Everybody by cell.</summary>
    public byte[][] Everybody()
    {
        var byCell = Avatars.Values.ToLookup(a => a.Cell);
        return [.. Enumerable.Range(0, ArenaGrid.Cells).Select(cell => Records([.. byCell[cell]]))];
    }

    /// <summary>The moves of each cell since the last call; null where there were none.</summary>
    public byte[]?[] TakeChanges()
    {
        var pieces = new byte[]?[ArenaGrid.Cells];
        for (var cell = 0; cell < changed.Length; cell++)
        {
            var list = changed[cell];
            lock (list)
            {
                if (list.Count == 0) continue;
                pieces[cell] = Records(list);
                foreach (var avatar in list) avatar.Marked = false;
                list.Clear();
            }
        }
        return pieces;
    }

    void Mark(Avatar avatar)
    {
        var list = changed[avatar.Cell];
        lock (list)
        {
            if (avatar.Marked) return;
            avatar.Marked = true;
            list.Add(avatar);
        }
    }

    static byte[] Records(List<Avatar> avatars)
    {
        var bytes = new byte[avatars.Count * Record];
        for (var i = 0; i < avatars.Count; i++)
        {
            var record = bytes.AsSpan(i * Record);
            BinaryPrimitives.WriteUInt16LittleEndian(record, (ushort)avatars[i].Id);
            BinaryPrimitives.WriteUInt16LittleEndian(record[2..], (ushort)avatars[i].X);
            BinaryPrimitives.WriteUInt16LittleEndian(record[4..], (ushort)avatars[i].Y);
            record[6] = (byte)avatars[i].Direction;
        }
        return bytes;
    }
}
