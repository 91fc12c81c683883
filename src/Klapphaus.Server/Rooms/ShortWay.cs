using System.Net.WebSockets;
using Klapphaus.Contracts;
using Microsoft.AspNetCore.Http.Features;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// The WebSocket that SignalR's transport gets to see, with a second way onto it for complete messages. What is sent ten times a second to everybody is
/// written here at once; through the connection's lock, its pipe and the transport's loop it costs more than the message itself (measured). On the wire
/// it is the same. Both ways share one turn, kept until a message is complete, so nothing is torn apart; but what goes by the one may overtake what went by the
/// other. A client on another transport has no short way and gets everything through its connection.
/// </summary>
sealed class ShortWay(WebSocket inner) : WebSocket
{
    readonly SemaphoreSlim turn = new(1, 1);
    bool midMessage;

    public override WebSocketCloseStatus? CloseStatus => inner.CloseStatus;

    public override string? CloseStatusDescription => inner.CloseStatusDescription;

    public override WebSocketState State => inner.State;

    public override string? SubProtocol => inner.SubProtocol;

    /// <summary>Puts the short way under the hub: SignalR keeps a WebSocket feature that is there already.</summary>
    public static void Use(WebApplication app)
    {
        app.UseWebSockets();
        app.Use((http, next) =>
        {
            if (http.Request.Path == Protocol.HubPath && http.Features.Get<IHttpWebSocketFeature>() is { IsWebSocketRequest: true } socket)
                http.Features.Set<IHttpWebSocketFeature>(new Feature(socket));
            return next(http);
        });
    }

    /// <summary>The short way to the client of a request, or null when it came by another transport.</summary>
    public static ShortWay? Of(HttpContext? http) => (http?.Features.Get<IHttpWebSocketFeature>() as Feature)?.Socket;

    /// <summary>Writes one complete binary message; not complete at once when the network is busy, or SignalR is writing one of its own.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> message)
    {
        if (!turn.Wait(0)) return new(InTurnAsync(() => Write(message), CancellationToken.None));
        var sending = Write(message);
        if (!sending.IsCompletedSuccessfully) return new(FinishAsync(sending));
        sending.GetAwaiter().GetResult();
        turn.Release();
        return default;
    }

    public override async ValueTask SendAsync(ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        if (!midMessage) await turn.WaitAsync(cancellationToken);
        midMessage = !endOfMessage;
        try
        {
            await inner.SendAsync(buffer, messageType, endOfMessage, cancellationToken);
        }
        finally
        {
            if (endOfMessage) turn.Release();
        }
    }

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        SendAsync((ReadOnlyMemory<byte>)buffer, messageType, endOfMessage, cancellationToken).AsTask();

    public override ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        inner.ReceiveAsync(buffer, cancellationToken);

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
        inner.ReceiveAsync(buffer, cancellationToken);

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        InTurnAsync(() => new(inner.CloseAsync(closeStatus, statusDescription, cancellationToken)), cancellationToken);

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        InTurnAsync(() => new(inner.CloseOutputAsync(closeStatus, statusDescription, cancellationToken)), cancellationToken);

    public override void Abort() => inner.Abort();

    /// <summary>The turn is not disposed of: who waits for it on the short way finds the socket closed.</summary>
    public override void Dispose() => inner.Dispose();

    /// <summary>Asynchronous, so that a socket that is closed says so in the task: who writes holds the lock of a room.</summary>
    async ValueTask Write(ReadOnlyMemory<byte> message) => await inner.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

    async Task InTurnAsync(Func<ValueTask> deed, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        await FinishAsync(deed());
    }

    async Task FinishAsync(ValueTask sending)
    {
        try
        {
            await sending;
        }
        finally
        {
            turn.Release();
        }
    }

    sealed class Feature(IHttpWebSocketFeature inner) : IHttpWebSocketFeature
    {
        public ShortWay? Socket { get; private set; }

        public bool IsWebSocketRequest => inner.IsWebSocketRequest;

        public async Task<WebSocket> AcceptAsync(WebSocketAcceptContext context) => Socket = new(await inner.AcceptAsync(context));
    }
}
