using System.Text;

namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>SignalR's hub protocol over MessagePack, spoken directly and without negotiation.</summary>
abstract class HubClient(int id, int port, IUpdateSink sink) : PeerClient(id, port, sink)
{
    const int Invocation = 1;
    const int Completion = 3;
    const int Ping = 6;
    const int Close = 7;
    const int Failed = 1;
    const int WithResult = 3;
    const string InvocationId = "1";

    volatile bool shaken;
    volatile bool completed;
    string? failure;
    byte[] result = [];

    public override void KeepAlive() => Ws.SendBinary([2, 0x91, Ping]);

    protected abstract void OnInvocation(ReadOnlySpan<byte> target, MsgPackReader arguments, long now);

    /// <summary>Connects and shakes hands.</summary>
    protected async Task OpenAsync(string path)
    {
        Ws.OnMessage = Take;
        await Ws.ConnectAsync(Port, path);
        Ws.SendBinary("{\"protocol\":\"messagepack\",\"version\":1}\u001e"u8);
        await UntilAsync(() => shaken, "the hub's handshake");
    }

    /// <summary>Calls a method of the hub and gives the result's bytes; one call at a time.</summary>
    /// <param name="method">At most 31 characters.</param>
    /// <param name="arguments">MessagePack, one after the other.</param>
    protected async Task<byte[]> InvokeAsync(string method, params byte[][] arguments)
    {
        completed = false;
        Ws.SendBinary(Call(method, arguments));
        await UntilAsync(() => completed, $"the answer to {method}");
        return failure is null ? result : throw new IOException($"{method} failed: {failure}");
    }

    /// <summary>Calls a method with three numbers and waits for nothing.</summary>
    protected void Send(ReadOnlySpan<byte> method, int first, int second, int third)
    {
        Span<byte> message = stackalloc byte[48];
        message[1] = 0x96;
        message[2] = Invocation;
        message[3] = 0x80; // no headers
        message[4] = 0xC0; // no answer
        message[5] = (byte)(0xA0 | method.Length);
        method.CopyTo(message[6..]);
        var at = 6 + method.Length;
        message[at++] = 0x93;
        at += MsgPackReader.WriteInt(message[at..], first);
        at += MsgPackReader.WriteInt(message[at..], second);
        at += MsgPackReader.WriteInt(message[at..], third);
        message[at++] = 0x90; // no streams
        message[0] = (byte)(at - 1);
        Ws.SendBinary(message[..at]);
    }

    static byte[] Call(string method, byte[][] arguments)
    {
        List<byte> body = [0x96, Invocation, 0x80, (byte)(0xA0 | InvocationId.Length), .. Encoding.ASCII.GetBytes(InvocationId)];
        body.AddRange([(byte)(0xA0 | method.Length), .. Encoding.ASCII.GetBytes(method), (byte)(0x90 | arguments.Length)]);
        foreach (var argument in arguments) body.AddRange(argument);
        body.Add(0x90);
        var head = new List<byte>();
        var length = body.Count;
        for (; length > 0x7F; length >>= 7) head.Add((byte)(length & 0x7F | 0x80));
        head.Add((byte)length);
        return [.. head, .. body];
    }

    void Take(ReadOnlySpan<byte> bytes, long now)
    {
        if (!shaken)
        {
            var end = bytes.IndexOf((byte)0x1E);
            if (end < 0) return;
            shaken = true;
            bytes = bytes[(end + 1)..];
        }
        while (bytes.Length > 0)
        {
            int length = 0, shift = 0, at = 0;
            byte part;
            do
            {
                part = bytes[at++];
                length |= (part & 0x7F) << shift;
                shift += 7;
            }
            while ((part & 0x80) != 0);
            if (at + length > bytes.Length)
            {
                BadMessages++;
                return;
            }
            Message(new MsgPackReader(bytes.Slice(at, length)), now);
            bytes = bytes[(at + length)..];
        }
    }

    void Message(MsgPackReader message, long now)
    {
        message.Array();
        switch (message.Int())
        {
            case Invocation:
                message.Skip(); // headers
                message.Skip(); // invocation id
                var target = message.Bytes();
                message.Array();
                OnInvocation(target, message, now);
                break;
            case Completion:
                message.Skip();
                message.Skip();
                var kind = message.Int();
                failure = kind == Failed ? Encoding.UTF8.GetString(message.Bytes()) : null;
                result = kind == WithResult ? message.Rest.ToArray() : [];
                completed = true;
                break;
            case Close:
                Ws.Close();
                break;
        }
    }
}
