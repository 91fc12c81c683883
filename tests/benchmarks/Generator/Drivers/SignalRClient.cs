namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>The SignalR peers: <c>Join(id, x, y)</c>, <c>Move(x, y, direction)</c>; told <c>m(id, x, y, direction)</c> or <c>b(records)</c>.</summary>
sealed class SignalRClient(int id, int port, IUpdateSink sink) : HubClient(id, port, sink)
{
    public override async Task ConnectAsync(int x, int y)
    {
        await OpenAsync("/hub");
        await InvokeAsync("Join", Number(Id), Number(x), Number(y));
    }

    public override void SendMove(int x, int y, int direction) => Send("Move"u8, x, y, direction);

    protected override void OnInvocation(ReadOnlySpan<byte> target, MsgPackReader arguments, long now)
    {
        if (target.SequenceEqual("m"u8)) Sink.OnUpdate(Id, arguments.Int(), arguments.Int(), arguments.Int(), arguments.Int(), now);
        else RecordsClient.Read(Sink, Id, arguments.Bytes(), now);
    }

    static byte[] Number(int number)
    {
        Span<byte> bytes = stackalloc byte[3];
        return bytes[..MsgPackReader.WriteInt(bytes, number)].ToArray();
    }
}
