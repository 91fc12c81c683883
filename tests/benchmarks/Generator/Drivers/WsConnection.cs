using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>Receives one whole message.</summary>
/// <param name="message">Valid during the call only.</param>
/// <param name="now">Stopwatch time of the read that brought it.</param>
delegate void WsMessage(ReadOnlySpan<byte> message, long now);

/// <summary>
/// A WebSocket client small enough not to be the bottleneck: one buffer, one receive loop with inline completions, many frames parsed per read. It offers no
/// extensions, so no peer compresses.
/// </summary>
sealed class WsConnection : IDisposable
{
    const int Binary = 0x82;
    const int Text = 0x81;
    const int Pong = 0x8A;

    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly SocketAsyncEventArgs receiving = new();
    byte[] buffer = new byte[8 * 1024];
    int have;
    MemoryStream? partial;
    volatile bool closed;

    public WsMessage? OnMessage { get; set; }

    public long BytesIn { get; private set; }

    public long FramesIn { get; private set; }

    /// <summary>Reads that brought data: about the server's writes.</summary>
    public long ReadsIn { get; private set; }

    /// <summary>Messages that the socket did not take.</summary>
    public long SendsBlocked { get; private set; }

    public bool Closed => closed;

    public async Task ConnectAsync(int port, string path)
    {
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var key = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
            $"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"));
        int end;
        while ((end = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (count == 0) throw new IOException("The server closed the connection during the upgrade.");
            have += count;
        }
        if (!buffer.AsSpan(0, have).StartsWith("HTTP/1.1 101"u8))
            throw new IOException("The server did not upgrade: " + Encoding.ASCII.GetString(buffer, 0, Math.Min(have, 120)));
        Shift(end + 4);
        socket.Blocking = false;
        receiving.Completed += (_, _) => { if (Take()) Receive(); };
        if (have > 0) Parse(Stopwatch.GetTimestamp());
        Receive();
    }

    public void SendBinary(ReadOnlySpan<byte> payload) => Send(Binary, payload);

    public void SendText(ReadOnlySpan<byte> payload) => Send(Text, payload);

    public void Close() => closed = true;

    public void Dispose()
    {
        closed = true;
        socket.Dispose();
        receiving.Dispose();
    }

    void Send(byte kind, ReadOnlySpan<byte> payload)
    {
        if (closed) return;
        // A client's frames must be masked; the zero mask keeps the payload as it is and costs the server the same.
        Span<byte> frame = stackalloc byte[payload.Length + 8];
        frame[0] = kind;
        var at = 2;
        if (payload.Length < 126) frame[1] = (byte)(0x80 | payload.Length);
        else
        {
            frame[1] = 0x80 | 126;
            BinaryPrimitives.WriteUInt16BigEndian(frame[2..], (ushort)payload.Length);
            at = 4;
        }
        frame.Slice(at, 4).Clear();
        payload.CopyTo(frame[(at + 4)..]);
        frame = frame[..(at + 4 + payload.Length)];
        var sent = socket.Send(frame, SocketFlags.None, out var error);
        if (error == SocketError.Success && sent == frame.Length) return;
        SendsBlocked++;
        if (error != SocketError.WouldBlock) closed = true;
    }

    void Receive()
    {
        try
        {
            do
            {
                if (have == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
                receiving.SetBuffer(buffer, have, buffer.Length - have);
                if (socket.ReceiveAsync(receiving)) return;
            }
            while (Take());
        }
        catch (ObjectDisposedException)
        {
            closed = true;
        }
    }

    bool Take()
    {
        if (receiving.SocketError != SocketError.Success || receiving.BytesTransferred == 0)
        {
            closed = true;
            return false;
        }
        have += receiving.BytesTransferred;
        BytesIn += receiving.BytesTransferred;
        ReadsIn++;
        Parse(Stopwatch.GetTimestamp());
        return true;
    }

    void Parse(long now)
    {
        var at = 0;
        while (TryReadHead(buffer.AsSpan(at, have - at), out var head, out var length))
        {
            Frame(buffer[at], buffer.AsSpan(at + head, length), now);
            at += head + length;
        }
        if (at > 0) Shift(at);
    }

    /// <summary>False while a frame has not arrived whole.</summary>
    static bool TryReadHead(ReadOnlySpan<byte> bytes, out int head, out int length)
    {
        (head, length) = (2, 0);
        if (bytes.Length < head) return false;
        length = bytes[1] & 0x7F;
        if (length >= 126)
        {
            head = length == 126 ? 4 : 10;
            if (bytes.Length < head) return false;
            length = head == 4 ? BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) : checked((int)BinaryPrimitives.ReadInt64BigEndian(bytes[2..]));
        }
        return bytes.Length >= head + length;
    }

    void Frame(byte first, ReadOnlySpan<byte> payload, long now)
    {
        var last = (first & 0x80) != 0;
        switch (first & 0x0F)
        {
            case 1 or 2:
                FramesIn++;
                if (last) OnMessage?.Invoke(payload, now);
                else
                {
                    (partial ??= new MemoryStream()).SetLength(0);
                    partial.Write(payload);
                }
                break;
            case 0:
                FramesIn++;
                partial!.Write(payload);
                if (last) OnMessage?.Invoke(partial.GetBuffer().AsSpan(0, (int)partial.Length), now);
                break;
            case 8:
                closed = true;
                break;
            case 9:
                Send(Pong, payload);
                break;
        }
    }

    void Shift(int by)
    {
        buffer.AsSpan(by, have - by).CopyTo(buffer);
        have -= by;
    }
}
