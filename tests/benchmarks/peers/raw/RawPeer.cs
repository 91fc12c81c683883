using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Klapphaus.Benchmarks.Peers;

/// <summary>One client: its place, and its socket with just enough WebSocket for the generator's short, masked, binary frames.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as its connection; freed when that ends.")]
sealed class RawPeer
{
    readonly Socket socket;
    readonly RawPlaza plaza;
    readonly byte[] buffer = new byte[2048];
    readonly SocketAsyncEventArgs receiving = new();
    byte[]? rest; // what the socket did not take of the last frame
    int have;

    RawPeer(Socket socket, RawPlaza plaza)
    {
        this.socket = socket;
        this.plaza = plaza;
        receiving.Completed += (_, _) => { if (Take()) Receive(); };
    }

    public int Id { get; private set; }

    public int X { get; private set; }

    public int Y { get; private set; }

    public int Direction { get; private set; }

    public int Cell { get; private set; } = -1;

    /// <summary>The cell whose surroundings it has been sent, or -1.</summary>
    public int Shown { get; set; } = -1;

    /// <summary>It is in its cell's list of changes.</summary>
    public bool Marked { get; set; }

    public static async Task WelcomeAsync(Socket socket, RawPlaza plaza)
    {
        socket.NoDelay = true;
        var peer = new RawPeer(socket, plaza);
        if (!await peer.UpgradeAsync()) return;
        socket.Blocking = false;
        peer.Parse();
        peer.Receive();
    }

    public void Send(ReadOnlySpan<byte> frame)
    {
        if (rest is { } late)
        {
            var gone = socket.Send(late, SocketFlags.None, out _);
            rest = gone == late.Length ? null : late[gone..];
            if (rest is not null) return; // still behind: it misses this tick
        }
        var sent = socket.Send(frame, SocketFlags.None, out _);
        if (sent > 0 && sent < frame.Length) rest = frame[sent..].ToArray();
    }

    async Task<bool> UpgradeAsync()
    {
        int end;
        while ((end = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (count == 0) return false;
            have += count;
        }
        var key = Encoding.ASCII.GetString(buffer, 0, end).Split("\r\n")
            .First(line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)).Split(':', 2)[1].Trim();
        var accept = AcceptanceOf(key);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"));
        Shift(end + 4);
        return true;
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6455 asks for SHA-1; nothing is protected by it.")]
    static string AcceptanceOf(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));

    void Receive()
    {
        do receiving.SetBuffer(buffer, have, buffer.Length - have);
        while (!socket.ReceiveAsync(receiving) && Take());
    }

    bool Take()
    {
        if (receiving.SocketError != SocketError.Success || receiving.BytesTransferred == 0)
        {
            plaza.Remove(this);
            socket.Dispose();
            return false;
        }
        have += receiving.BytesTransferred;
        Parse();
        return true;
    }

    void Parse()
    {
        var at = 0;
        while (have - at >= 6)
        {
            var length = buffer[at + 1] & 0x7F;
            if (have - at < 6 + length) break;
            var mask = buffer.AsSpan(at + 2, 4);
            var payload = buffer.AsSpan(at + 6, length);
            for (var i = 0; i < length; i++) payload[i] ^= mask[i & 3];
            if ((buffer[at] & 15) == 2)
                lock (plaza.Gate) Message(payload);
            at += 6 + length;
        }
        if (at > 0) Shift(at);
    }

    void Shift(int by)
    {
        buffer.AsSpan(by, have - by).CopyTo(buffer);
        have -= by;
    }

    void Message(ReadOnlySpan<byte> message)
    {
        if (message[0] == 2)
        {
            (X, Y, Direction) = (Number(message[1..]), Number(message[3..]), message[5]);
            if (!Marked) Cell = ArenaGrid.CellOf(X, Y); // who is marked stays in its cell's list until the tick
            plaza.Mark(this);
        }
        else if (message[0] == 1)
        {
            (Id, X, Y) = (Number(message[1..]), Number(message[3..]), Number(message[5..]));
            Cell = ArenaGrid.CellOf(X, Y);
            plaza.Add(this);
            if (!ArenaGrid.Snapshot) return;
            Direction = ArenaGrid.Standing;
            plaza.Mark(this);
        }
    }

    static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
