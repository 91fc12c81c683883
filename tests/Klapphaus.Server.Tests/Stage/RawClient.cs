using System.Buffers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>A WebSocket to the hub and nothing between: it says what a test tells it, and reads only when it is told to.</summary>
sealed class RawClient : IAsyncDisposable, IInvocationBinder
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);
    static readonly MessagePackHubProtocol protocol = new();

    readonly ClientWebSocket socket = new();
    readonly SocketsHttpHandler handler = new();
    readonly HttpMessageInvoker invoker;
    readonly Channel<HubMessage> heard = Channel.CreateUnbounded<HubMessage>();
    readonly List<HubMessage> passedOver = [];
    readonly Dictionary<string, Type> asked = [];
    readonly SemaphoreSlim sending = new(1, 1);
    Task reading = Task.CompletedTask;
    volatile TaskCompletionSource readOn = new();
    long received;

    RawClient(int? receiveBuffer)
    {
        handler.ConnectCallback = async (context, cancellation) =>
        {
            var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            if (receiveBuffer is { } size) tcp.ReceiveBufferSize = size;
            await tcp.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(tcp, ownsSocket: true);
        };
        invoker = new(handler);
        readOn.SetResult();
    }

    /// <summary>All bytes that the server has sent, as far as they were read.</summary>
    public long BytesReceived => Interlocked.Read(ref received);

    /// <summary>Why the server closed, in its own words: its SignalR close message, else its WebSocket close.</summary>
    public string? ClosedBecause { get; private set; }

    public WebSocketState State => socket.State;

    /// <summary>Connects, shakes hands, and begins to read.</summary>
    public static async Task<RawClient> ConnectAsync(Uri house, string? token, int? receiveBuffer = null, params (string Name, string Value)[] headers)
    {
        var client = await DialAsync(house, token, receiveBuffer, headers);
        await client.SendTextAsync("{\"protocol\":\"messagepack\",\"version\":1}\u001e");
        var answer = new byte[3];
        await client.socket.ReceiveAsync(answer.AsMemory(), Limit());
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(answer));
        client.Read();
        return client;
    }

    /// <summary>Connects and says nothing.</summary>
    public static async Task<RawClient> DialAsync(Uri house, string? token, int? receiveBuffer = null, params (string Name, string Value)[] headers)
    {
        var client = new RawClient(receiveBuffer);
        foreach (var (name, value) in headers) client.socket.Options.SetRequestHeader(name, value);
        var uri = new UriBuilder(house) { Scheme = "ws", Path = Protocol.HubPath, Query = token is null ? "" : "access_token=" + Uri.EscapeDataString(token) };
        await client.socket.ConnectAsync(uri.Uri, client.invoker, Limit());
        return client;
    }

    public Task SendBytesAsync(ReadOnlyMemory<byte> bytes) => SendAsync(bytes, WebSocketMessageType.Binary);

    public Task SendTextAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task PingAsync() => SendBytesAsync(protocol.GetMessageBytes(PingMessage.Instance));

    /// <summary>Calls without wanting an answer.</summary>
    public Task SayAsync(string method, params object?[] arguments) => SendBytesAsync(Bytes(method, arguments));

    /// <summary>The call as it goes over the wire.</summary>
    public static ReadOnlyMemory<byte> Bytes(string method, params object?[] arguments) => protocol.GetMessageBytes(new InvocationMessage(method, arguments));

    /// <summary>Calls, and waits for the completion, whatever it says.</summary>
    public async Task<CompletionMessage> CallAsync<T>(string method, params object?[] arguments)
    {
        var id = $"{asked.Count + 1}";
        asked[id] = typeof(T);
        await SendBytesAsync(protocol.GetMessageBytes(new InvocationMessage(id, method, arguments)));
        return (CompletionMessage)await NextAsync(m => m is CompletionMessage { InvocationId: { } answered } && answered == id, $"the answer to {method}");
    }

    /// <summary>Calls, and takes the result.</summary>
    public async Task<T> AskAsync<T>(string method, params object?[] arguments)
    {
        var answer = await CallAsync<T>(method, arguments);
        Assert.Null(answer.Error);
        return Assert.IsType<T>(answer.Result);
    }

    /// <summary>The next callback of this name.</summary>
    public async Task<T> NextAsync<T>(string target)
    {
        var message = (InvocationMessage)await NextAsync(m => m is InvocationMessage call && call.Target == target, target);
        return Assert.IsType<T>(message.Arguments[0]);
    }

    /// <summary>The first message that is the one waited for, of those that nobody took yet; a failure says what came instead.</summary>
    public async Task<HubMessage> NextAsync(Func<HubMessage, bool> wanted, string what)
    {
        if (passedOver.Find(m => wanted(m)) is { } known)
        {
            passedOver.Remove(known);
            return known;
        }
        var instead = new List<string>();
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await foreach (var message in heard.Reader.ReadAllAsync(limit.Token))
            {
                if (wanted(message)) return message;
                instead.Add(Describe(message));
                passedOver.Add(message);
            }
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"Waited for {what}. Instead came: {string.Join(", ", instead)}", late);
        }
        throw new InvalidOperationException($"Waited for {what}. The connection ended ({ClosedBecause}); before that came: {string.Join(", ", instead)}");
    }

    /// <summary>One message as text; for what comes before the protocol is spoken.</summary>
    public async Task<string> ReceiveTextAsync()
    {
        var bytes = new byte[4096];
        var part = await socket.ReceiveAsync(bytes.AsMemory(), Limit());
        return Encoding.UTF8.GetString(bytes, 0, part.Count);
    }

    /// <summary>Everything that has come and nobody has asked for.</summary>
    public List<HubMessage> Drain()
    {
        List<HubMessage> all = [.. passedOver];
        passedOver.Clear();
        while (heard.Reader.TryRead(out var message)) all.Add(message);
        return all;
    }

    /// <summary>Waits for the end of the connection, and says what came until then.</summary>
    public async Task<List<HubMessage>> EndAsync()
    {
        await reading.WaitAsync(patience);
        return Drain();
    }

    /// <summary>Begins to read; it goes on until the end, but for pauses.</summary>
    public void Read() => reading = ReadAllAsync();

    /// <summary>From here on, after one more piece at most, what comes stays in the network.</summary>
    public void StopReading() => readOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReadOn() => readOn.SetResult();

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        readOn.TrySetResult();
        await reading;
        socket.Dispose();
        invoker.Dispose();
        handler.Dispose();
        sending.Dispose();
    }

    Type IInvocationBinder.GetReturnType(string invocationId) => asked[invocationId];

    IReadOnlyList<Type> IInvocationBinder.GetParameterTypes(string methodName) => methodName switch
    {
        AvatarsMoved.Target => [typeof(byte[])],
        nameof(IHouseClient.RoomEntered) => [typeof(RoomEnteredEvent)],
        nameof(IHouseClient.PlanChanged) => [typeof(PlanChangedEvent)],
        nameof(IHouseClient.PeopleChanged) => [typeof(PeopleChangedEvent)],
        nameof(IHouseClient.PutBack) => [typeof(PutBackEvent)],
        nameof(IHouseClient.RoomsChanged) => [typeof(RoomsChangedEvent)],
        nameof(IHouseClient.PlaceFree) => [typeof(PlaceFreeEvent)],
        nameof(IHouseClient.SentAway) => [typeof(SentAwayEvent)],
        nameof(IHouseClient.ConversationsChanged) => [typeof(ConversationsChangedEvent)],
        nameof(IHouseClient.TalkChanged) => [typeof(TalkChangedEvent)],
        nameof(IHouseClient.Moderated) => [typeof(ModeratedEvent)],
        nameof(IHouseClient.PolicyChanged) => [typeof(PolicyChangedEvent)],
        nameof(IHouseClient.Retracted) => [typeof(RetractedEvent)],
        nameof(IHouseClient.Announced) => [typeof(AnnouncedEvent)],
        nameof(IHouseClient.StandsChanged) => [typeof(StandsChangedEvent)],
        nameof(IHouseClient.ExchangeChanged) => [typeof(ExchangeChangedEvent)],
        nameof(IHouseClient.EnquiriesChanged) => [typeof(EnquiriesChangedEvent)],
        nameof(IHouseClient.BellRang) => [typeof(BellRangEvent)],
        nameof(IHouseClient.BellStops) => [typeof(BellStopsEvent)],
        nameof(IHouseClient.BellChanged) => [typeof(BellChangedEvent)],
        nameof(IHouseClient.StandAttended) => [typeof(StandAttendedEvent)],
        nameof(IHouseClient.NotConnected) => [typeof(NotConnectedEvent)],
        nameof(IHouseClient.Said) => [typeof(SaidEvent)],
        nameof(IHouseClient.Signalled) => [typeof(SignalledEvent)],
        _ => throw new InvalidOperationException($"The house calls {methodName}, which no client knows."),
    };

    Type IInvocationBinder.GetStreamItemType(string streamId) => throw new InvalidOperationException("The house streams nothing.");

    async Task SendAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(bytes, type, endOfMessage: true, Limit());
        }
        finally
        {
            sending.Release();
        }
    }

    async Task ReadAllAsync()
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                await readOn.Task;
                var part = await socket.ReceiveAsync(buffer.GetMemory(16 * 1024), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    ClosedBecause ??= socket.CloseStatusDescription;
                    break;
                }
                Interlocked.Add(ref received, part.Count);
                buffer.Advance(part.Count);
                Parse(ref buffer);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // cut off, by the house or by this test
        }
        catch (InvalidOperationException) when (socket.State != WebSocketState.Open)
        {
            // cut off in the very moment in which it was to read on
        }
        finally
        {
            heard.Writer.TryComplete();
        }
    }

    void Parse(ref ArrayBufferWriter<byte> buffer)
    {
        var bytes = new ReadOnlySequence<byte>(buffer.WrittenMemory);
        while (protocol.TryParseMessage(ref bytes, this, out var message))
        {
            if (message is CloseMessage close) ClosedBecause = close.Error;
            heard.Writer.TryWrite(message);
        }
        var rest = new ArrayBufferWriter<byte>();
        foreach (var piece in bytes) rest.Write(piece.Span);
        buffer = rest;
    }

    static string Describe(HubMessage message) => message switch
    {
        InvocationMessage call => call.Target,
        CompletionMessage answer => $"answer {answer.InvocationId} {answer.Error}",
        _ => message.GetType().Name,
    };

    static CancellationToken Limit() => new CancellationTokenSource(patience).Token;
}
