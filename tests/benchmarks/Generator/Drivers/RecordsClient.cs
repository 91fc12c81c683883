using System.Buffers.Binary;

namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>Plain binary frames, for the peers that have nothing above their WebSocket.</summary>
sealed class RecordsClient(int id, int port, IUpdateSink sink, string path) : PeerClient(id, port, sink)
{
    const int Record = 7;

    public override async Task ConnectAsync(int x, int y)
    {
        Ws.OnMessage = (message, now) => Read(Sink, Id, message, now);
        await Ws.ConnectAsync(Port, path);
        var join = new byte[7];
        join[0] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(join.AsSpan(1), (ushort)Id);
        BinaryPrimitives.WriteUInt16LittleEndian(join.AsSpan(3), (ushort)x);
        BinaryPrimitives.WriteUInt16LittleEndian(join.AsSpan(5), (ushort)y);
        Ws.SendBinary(join);
    }

    public override void SendMove(int x, int y, int direction)
    {
        Span<byte> move = stackalloc byte[6];
        move[0] = 2;
        BinaryPrimitives.WriteUInt16LittleEndian(move[1..], (ushort)x);
        BinaryPrimitives.WriteUInt16LittleEndian(move[3..], (ushort)y);
        move[5] = (byte)direction;
        Ws.SendBinary(move);
    }

    /// <summary>Records of 7 bytes: u16 id, u16 x, u16 y, u8 direction, little endian.</summary>
    public static void Read(IUpdateSink sink, int receiver, ReadOnlySpan<byte> records, long now)
    {
        for (; records.Length >= Record; records = records[Record..])
            sink.OnUpdate(
                receiver,
                BinaryPrimitives.ReadUInt16LittleEndian(records),
                BinaryPrimitives.ReadUInt16LittleEndian(records[2..]),
                BinaryPrimitives.ReadUInt16LittleEndian(records[4..]),
                records[6],
                now);
    }
}
