using System.Buffers.Text;
using System.Text;

namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>socket.io 4 (engine.io 4) over a WebSocket, as text.</summary>
sealed class SocketIoClient(int id, int port, IUpdateSink sink) : PeerClient(id, port, sink)
{
    volatile bool open, connected, joined;

    public override async Task ConnectAsync(int x, int y)
    {
        Ws.OnMessage = Packet;
        await Ws.ConnectAsync(Port, "/socket.io/?EIO=4&transport=websocket");
        await UntilAsync(() => open, "engine.io to open");
        Ws.SendText("40"u8);
        await UntilAsync(() => connected, "socket.io to connect");
        Ws.SendText(Encoding.ASCII.GetBytes($"42[\"join\",{Id},{x},{y}]"));
        await UntilAsync(() => joined, "the room");
    }

    public override void SendMove(int x, int y, int direction)
    {
        Span<byte> packet = stackalloc byte[40];
        "42[\"p\","u8.CopyTo(packet);
        var at = 7;
        at += Number(packet[at..], x, (byte)',');
        at += Number(packet[at..], y, (byte)',');
        at += Number(packet[at..], direction, (byte)']');
        Ws.SendText(packet[..at]);
    }

    static int Number(Span<byte> to, int number, byte after)
    {
        Utf8Formatter.TryFormat(number, to, out var length);
        to[length] = after;
        return length + 1;
    }

    void Packet(ReadOnlySpan<byte> packet, long now)
    {
        if (packet is [(byte)'2', ..]) Ws.SendText("3"u8);
        else if (packet is [(byte)'0', ..]) open = true;
        else if (packet.StartsWith("40"u8)) connected = true;
        else if (packet.StartsWith("42[\"ok\""u8)) joined = true;
        else if (packet.StartsWith("42[\"m\",["u8)) Records(packet[8..], now);
        else BadMessages++;
    }

    /// <summary>Numbers without signs: id, x, y, direction, and so on.</summary>
    void Records(ReadOnlySpan<byte> text, long now)
    {
        Span<int> record = stackalloc int[4];
        int field = 0, number = 0;
        foreach (var c in text)
        {
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                number = number * 10 + c - '0';
                continue;
            }
            record[field++] = number;
            number = 0;
            if (field == 4)
            {
                Sink.OnUpdate(Id, record[0], record[1], record[2], record[3], now);
                field = 0;
            }
            if (c == ']') break;
        }
    }
}
