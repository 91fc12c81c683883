using System.Buffers.Binary;
using System.Net.WebSockets;

namespace Klapphaus.Benchmarks.Peers;

/// <summary>A WebSocket without SignalR; the messages are those of the node peer 'ws'.</summary>
static class PlazaSocket
{
    public static async Task ServeAsync(HttpContext http)
    {
        var plaza = http.RequestServices.GetRequiredService<Plaza>();
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var connection = http.Connection.Id;
        try
        {
            await ReadAsync(socket, plaza, connection, http.RequestAborted);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // the client is gone, as clients of a measurement go
        }
        finally
        {
            plaza.Avatars.TryRemove(connection, out _);
        }
    }

    static async Task ReadAsync(WebSocket socket, Plaza plaza, string connection, CancellationToken cancellation)
    {
        var bytes = new byte[256];
        Avatar? avatar = null;
        while (true)
        {
            var part = await socket.ReceiveAsync(bytes.AsMemory(), cancellation);
            if (part.MessageType == WebSocketMessageType.Close) return;
            if (bytes[0] == 2 && avatar is not null) plaza.Move(avatar, Number(bytes, 1), Number(bytes, 3), bytes[5]);
            else if (bytes[0] == 1)
            {
                avatar = new()
                {
                    Id = Number(bytes, 1),
                    ConnectionId = connection,
                    Send = frame => socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None).AsTask(),
                };
                plaza.Enter(avatar, Number(bytes, 3), Number(bytes, 5));
            }
        }
    }

    static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
