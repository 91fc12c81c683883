using System.Buffers.Binary;
using System.Diagnostics;

namespace Klapphaus.Benchmarks.Peers;

/// <summary>Everybody in the room; a thread of its own writes one frame per client and tick straight to the sockets.</summary>
sealed class RawPlaza
{
    const int Record = 7;
    const int LongestHead = 4;

    readonly List<RawPeer> peers = [];
    readonly List<RawPeer>[] changed = Lists();
    readonly List<RawPeer>[] here = Lists(); // everybody by cell, filled when somebody needs it
    readonly byte[][] pieces = [.. Enumerable.Range(0, ArenaGrid.Cells).Select(_ => Array.Empty<byte>())];
    readonly int[] lengths = new int[ArenaGrid.Cells];
    byte[] frame = new byte[4096];

    /// <summary>Held by whoever touches a peer's position or this room.</summary>
    public Lock Gate { get; } = new();

    public void Add(RawPeer peer) => peers.Add(peer);

    public void Remove(RawPeer peer)
    {
        lock (Gate) peers.Remove(peer);
    }

    public void Mark(RawPeer peer)
    {
        if (peer.Marked) return;
        peer.Marked = true;
        changed[peer.Cell].Add(peer);
    }

    public void TickForever()
    {
        long step = Stopwatch.Frequency * ArenaGrid.TickMs / 1000, due = Stopwatch.GetTimestamp() + step;
        while (true)
        {
            var wait = (int)((due - Stopwatch.GetTimestamp()) * 1000 / Stopwatch.Frequency);
            if (wait > 0) Thread.Sleep(wait);
            due = Math.Max(due + step, Stopwatch.GetTimestamp());
            lock (Gate) Tick();
        }
    }

    void Tick()
    {
        for (var cell = 0; cell < changed.Length; cell++) TakeChanges(cell);
        var sorted = false;
        foreach (var peer in peers)
        {
            var moved = ArenaGrid.Snapshot && peer.Shown != peer.Cell;
            if (moved && !sorted)
            {
                sorted = true;
                foreach (var list in here) list.Clear();
                foreach (var one in peers) here[one.Cell].Add(one);
            }
            SendTo(peer, everythingNew: moved);
        }
    }

    void TakeChanges(int cell)
    {
        var list = changed[cell];
        lengths[cell] = list.Count * Record;
        if (pieces[cell].Length < lengths[cell]) pieces[cell] = new byte[lengths[cell] * 2];
        for (var i = 0; i < list.Count; i++)
        {
            Write(pieces[cell].AsSpan(i * Record), list[i]);
            list[i].Marked = false;
        }
        list.Clear();
    }

    /// <summary>The moves in the cells around the peer, and where <paramref name="everythingNew"/> everybody in the cells that it did not see before.</summary>
    void SendTo(RawPeer peer, bool everythingNew)
    {
        var length = LongestHead;
        foreach (var cell in ArenaGrid.Around(peer.Cell))
        {
            if (!everythingNew || peer.Shown >= 0 && ArenaGrid.Adjacent(peer.Shown, cell))
            {
                pieces[cell].AsSpan(0, lengths[cell]).CopyTo(Room(length, lengths[cell]));
                length += lengths[cell];
                continue;
            }
            foreach (var one in here[cell])
            {
                Write(Room(length, Record), one);
                length += Record;
            }
        }
        peer.Shown = peer.Cell;
        var payload = length - LongestHead;
        if (payload == 0) return;
        // the head is written backwards from the payload, so that the frame lies in one piece whatever the head's length
        var start = payload < 126 ? LongestHead - 2 : 0;
        frame[start] = 0x82;
        frame[start + 1] = (byte)Math.Min(payload, 126);
        if (payload >= 126) BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload);
        peer.Send(frame.AsSpan(start, length - start));
    }

    Span<byte> Room(int start, int bytes)
    {
        if (frame.Length < start + bytes) Array.Resize(ref frame, (start + bytes) * 2);
        return frame.AsSpan(start, bytes);
    }

    static void Write(Span<byte> record, RawPeer peer)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(record, (ushort)peer.Id);
        BinaryPrimitives.WriteUInt16LittleEndian(record[2..], (ushort)peer.X);
        BinaryPrimitives.WriteUInt16LittleEndian(record[4..], (ushort)peer.Y);
        record[6] = (byte)peer.Direction;
    }

    static List<RawPeer>[] Lists() => [.. Enumerable.Range(0, ArenaGrid.Cells).Select(_ => new List<RawPeer>())];
}
