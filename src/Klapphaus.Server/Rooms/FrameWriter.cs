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
    readonly CellPieces pieces;
    int[][] surroundings;
    SerializedHubMessage? wholeRoom;
    long wholeRoomTick = -1;
    byte[] scratch = new byte[16 * 1024];

    public FrameWriter(RoomMirror mirror, int sight)
    {
        this.mirror = mirror;
        pieces = new(mirror);
        Sight = sight;
        surroundings = mirror.Grid.Surroundings(sight);
    }

    /// <summary>In cells; 0 is the whole room.</summary>
    public int Sight { get; private set; }

    /// <summary>Bytes of the message as far as it is put together.</summary>
    public int Length { get; private set; }

    /// <summary>The last <see cref="News"/> would have been longer than allowed.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The cells in sight from one.</summary>
    public int[] SeenFrom(int cell) => surroundings[cell];

    /// <summary>Changes how far one sees; every viewer needs <see cref="Everything"/> afterwards.</summary>
    public void SeeAsFar(int sight)
    {
        if (sight == Sight) return;
        Sight = sight;
        surroundings = mirror.Grid.Surroundings(sight);
    }

    /// <summary>What changed in this tick as seen from <paramref name="cell"/>; null when nothing did, or when it is <see cref="TooLong"/>.</summary>
    public SerializedHubMessage? News(int cell, long now, int atMost = int.MaxValue)
    {
        if (Sight > 0) return NewsFrom(cell, now, atMost);
        if (wholeRoomTick == mirror.TickNumber) return wholeRoom;
        wholeRoomTick = mirror.TickNumber;
        return wholeRoom = NewsFrom(cell, now, atMost);
    }

    SerializedHubMessage? NewsFrom(int cell, long now, int atMost)
    {
        Begin(cell);
        var last = mirror.TickNumber - 1;
        foreach (var seen in surroundings[cell])
        {
            if (mirror.NewsIn(seen).Count > 0) Append(pieces.Since(seen, last, now));
            if (mirror.DeparturesFrom(seen).Count > 0) AppendDepartures(seen, cell, last, now);
        }
        TooLong = Length > atMost;
        return TooLong ? null : Finish();
    }

    /// <summary>
    /// The same for somebody who came from another cell: news of what was in sight already, everything of what came into sight.
    /// </summary>
    /// <param name="cell">Where the viewer is.</param>
    /// <param name="before">The cell for which it was told everything.</param>
    /// <param name="now">Milliseconds.</param>
    /// <param name="told">What those in the cell before had been told when it left them; null when that was everything up to the last tick.</param>
    public SerializedHubMessage NewsAndView(int cell, int before, long now, Ledger? told = null)
    {
        var last = mirror.TickNumber - 1;
        Begin(cell, AvatarsMoved.CellFollows);
        foreach (var seen in surroundings[cell])
        {
            if (mirror.Grid.Sees(before, seen, Sight))
            {
                Append(NewsOf(seen, told?.ToldOf(seen) ?? last, now));
                AppendDepartures(seen, cell, told?.ToldOf(seen) ?? last, now);
                continue;
            }
            AppendAll(seen, now);
            AppendDepartures(seen, cell, last, now);
        }
        // who turned since the viewer was told, and is out of its sight now, would be carried on by what was told before into what is seen from here
        foreach (var left in surroundings[before])
        {
            if (mirror.Grid.Sees(cell, left, Sight)) continue;
            var since = told?.ToldOf(left) ?? last;
            foreach (var handle in since == last ? mirror.NewsIn(left) : mirror.In(left))
                if (mirror.ChangedIn(handle) > since) mirror.WriteGone(Room(AvatarsMoved.RecordLength), handle, now);
            AppendDepartures(left, cell, since, now);
        }
        return Message();
    }

    /// <summary>All that is seen from <paramref name="cell"/>, for who knows nothing or too little.</summary>
    public SerializedHubMessage Everything(int cell, long now)
    {
        Begin(cell, AvatarsMoved.Everything | AvatarsMoved.CellFollows);
        foreach (var seen in surroundings[cell]) AppendAll(seen, now);
        return Message();
    }

    /// <summary>Begins a message for those who see from <paramref name="cell"/>.</summary>
    public void Begin(int cell, int flags = 0)
    {
        scratch[0] = (byte)(Sight | flags);
        Length = AvatarsMoved.HeaderLength;
        if ((flags & AvatarsMoved.CellFollows) == 0) return;
        var (column, row) = mirror.Grid.Place(cell);
        (scratch[1], scratch[2]) = ((byte)column, (byte)row);
        Length += AvatarsMoved.CellLength;
    }

    /// <summary>The records of a cell's news after tick <paramref name="told"/>.</summary>
    public ReadOnlySpan<byte> NewsOf(int cell, long told, long now) => pieces.Since(cell, told, now);

    public void Append(ReadOnlySpan<byte> records) => records.CopyTo(Room(records.Length));

    /// <summary>One avatar as it is.</summary>
    public void Append(int handle, long now) => mirror.Write(Room(AvatarsMoved.RecordLength), handle, now);

    /// <summary>Who left a cell and is out of sight.</summary>
    /// <returns>False when it is in sight, and there is nothing to say.</returns>
    public bool AppendGone(int handle, int viewer, long now)
    {
        if (!IsGone(handle, viewer)) return false;
        mirror.WriteGone(Room(AvatarsMoved.RecordLength), handle, now);
        return true;
    }

    public bool IsGone(int handle, int viewer) => mirror.Knows(handle) && !mirror.Grid.Sees(viewer, mirror.CellOf(handle), Sight);

    /// <summary>The message, or null when there is nothing in it.</summary>
    public SerializedHubMessage? Finish() => Length == AvatarsMoved.HeaderLength ? null : Message();

    void AppendDepartures(int from, int viewer, long told, long now)
    {
        var log = mirror.LogOf(from);
        for (var number = log.After(told); number < log.End; number++) AppendGone(log[number], viewer, now);
    }

    void AppendAll(int cell, long now)
    {
        foreach (var handle in mirror.In(cell)) Append(handle, now);
    }

    Span<byte> Room(int bytes)
    {
        if (scratch.Length < Length + bytes) Array.Resize(ref scratch, Math.Max(scratch.Length * 2, Length + bytes));
        var room = scratch.AsSpan(Length, bytes);
        Length += bytes;
        return room;
    }

    /// <summary>Serialised by SignalR once for each protocol in use, then shared.</summary>
    SerializedHubMessage Message() => new(new InvocationMessage(AvatarsMoved.Target, [scratch.AsSpan(0, Length).ToArray()]));
}
