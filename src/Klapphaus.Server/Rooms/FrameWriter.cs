using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// Puts together what is seen from a cell. Each cell's news are encoded once per tick; a viewers' message is the pieces of the cells in sight,
/// put together once per occupied cell and shared by all who stand there. The bytes are described at <see cref="AvatarsMoved"/>.
/// </summary>
sealed class FrameWriter
{
    readonly RoomMirror mirror;
    readonly byte[][] pieces;
    readonly int[] pieceLengths;
    readonly long[] pieceTicks;
    int[][] surroundings;
    SerializedHubMessage? wholeRoom;
    long wholeRoomTick = -1;
    byte[] scratch = new byte[16 * 1024];
    int length;

    /// <summary>Bytes of the message that was put together last.</summary>
    public int Length => length;

    public FrameWriter(RoomMirror mirror, int sight)
    {
        this.mirror = mirror;
        Sight = sight;
        surroundings = mirror.Grid.Surroundings(sight);
        pieces = [.. Enumerable.Range(0, mirror.Grid.Count).Select(_ => Array.Empty<byte>())];
        pieceLengths = new int[mirror.Grid.Count];
        pieceTicks = [.. Enumerable.Repeat(-1L, mirror.Grid.Count)];
    }

    /// <summary>In cells; 0 is the whole room.</summary>
    public int Sight { get; private set; }

    /// <summary>Changes how far one sees; every viewer needs <see cref="Everything"/> afterwards.</summary>
    public void SeeAsFar(int sight)
    {
        if (sight == Sight) return;
        Sight = sight;
        surroundings = mirror.Grid.Surroundings(sight);
    }

    /// <summary>What changed in this tick as seen from <paramref name="cell"/>; null when nothing did.</summary>
    public SerializedHubMessage? News(int cell, long now)
    {
        if (Sight > 0) return NewsFrom(cell, now);
        if (wholeRoomTick == mirror.TickNumber) return wholeRoom;
        wholeRoomTick = mirror.TickNumber;
        return wholeRoom = NewsFrom(cell, now);
    }

    SerializedHubMessage? NewsFrom(int cell, long now)
    {
        Begin(0, cell);
        foreach (var seen in surroundings[cell])
        {
            AppendNews(seen, now);
            AppendDepartures(seen, cell, now);
        }
        return Finish();
    }

    /// <summary>
    /// The same for somebody who came from another cell: news of what was in sight already, everything of what came into sight.
    /// </summary>
    public SerializedHubMessage NewsAndView(int cell, int before, long now)
    {
        Begin(AvatarsMoved.CellFollows, cell);
        foreach (var seen in surroundings[cell])
        {
            if (mirror.Grid.Sees(before, seen, Sight)) AppendNews(seen, now);
            else AppendAll(seen, now);
            AppendDepartures(seen, cell, now);
        }
        // who turned in the very tick in which the viewer looks away would be carried on, by what was told before, into what is seen from here
        foreach (var left in surroundings[before])
        {
            if (mirror.Grid.Sees(cell, left, Sight)) continue;
            foreach (var handle in mirror.NewsIn(left)) mirror.WriteGone(Room(AvatarsMoved.RecordLength), handle, now);
            AppendDepartures(left, cell, now);
        }
        return Message();
    }

    /// <summary>All that is seen from <paramref name="cell"/>, for who knows nothing or too little.</summary>
    public SerializedHubMessage Everything(int cell, long now)
    {
        Begin(AvatarsMoved.Everything | AvatarsMoved.CellFollows, cell);
        foreach (var seen in surroundings[cell]) AppendAll(seen, now);
        return Message();
    }

    void AppendNews(int cell, long now)
    {
        var changed = mirror.NewsIn(cell);
        if (changed.Count == 0) return;
        if (pieceTicks[cell] != mirror.TickNumber)
        {
            pieceTicks[cell] = mirror.TickNumber;
            var needed = changed.Count * AvatarsMoved.RecordLength;
            if (pieces[cell].Length < needed) pieces[cell] = new byte[needed * 2];
            pieceLengths[cell] = needed;
            for (var i = 0; i < changed.Count; i++) mirror.Write(pieces[cell].AsSpan(i * AvatarsMoved.RecordLength), changed[i], now);
        }
        pieces[cell].AsSpan(0, pieceLengths[cell]).CopyTo(Room(pieceLengths[cell]));
    }

    void AppendDepartures(int from, int viewer, long now)
    {
        foreach (var crossing in mirror.DeparturesFrom(from))
            if (mirror.Knows(crossing.Handle) && !mirror.Grid.Sees(viewer, mirror.CellOf(crossing.Handle), Sight))
                mirror.WriteGone(Room(AvatarsMoved.RecordLength), crossing.Handle, now);
    }

    void AppendAll(int cell, long now)
    {
        foreach (var handle in mirror.In(cell)) mirror.Write(Room(AvatarsMoved.RecordLength), handle, now);
    }

    void Begin(int flags, int cell)
    {
        scratch[0] = (byte)(Sight | flags);
        length = AvatarsMoved.HeaderLength;
        if ((flags & AvatarsMoved.CellFollows) == 0) return;
        var (column, row) = mirror.Grid.Place(cell);
        (scratch[1], scratch[2]) = ((byte)column, (byte)row);
        length += AvatarsMoved.CellLength;
    }

    Span<byte> Room(int bytes)
    {
        if (scratch.Length < length + bytes) Array.Resize(ref scratch, Math.Max(scratch.Length * 2, length + bytes));
        var room = scratch.AsSpan(length, bytes);
        length += bytes;
        return room;
    }

    SerializedHubMessage? Finish() => length == AvatarsMoved.HeaderLength ? null : Message();

    /// <summary>Serialised by SignalR once for each protocol in use, then shared.</summary>
    SerializedHubMessage Message() => new(new InvocationMessage(AvatarsMoved.Target, [scratch.AsSpan(0, length).ToArray()]));
}
