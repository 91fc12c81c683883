using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klapphaus.Server.Start;

namespace Klapphaus.Server.Media.Janus;

/// <summary>
/// One WebSocket with one session at Janus: requests and their answers, and what it says of itself to the handle that it concerns. With it all that was
/// made by it ends, on both sides.
/// </summary>
sealed class JanusConnection : IAsyncDisposable
{
    /// <summary>Janus answers in milliseconds; one that does not is gone.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(4);

    /// <summary>Far more often than Janus wants to hear (session_timeout, 60 s): it is also how we notice that it is gone.</summary>
    static readonly TimeSpan keepAlive = TimeSpan.FromSeconds(5);

    readonly ClientWebSocket socket = new();
    readonly SemaphoreSlim sending = new(1);
    readonly CancellationTokenSource ending = new();
    readonly ConcurrentDictionary<string, (TaskCompletionSource<JsonObject> Answer, bool ByAck)> waiting = new();
    readonly ConcurrentDictionary<long, JanusHandle> handles = new();
    readonly TimeProvider time;
    readonly string secret;
    long session;
    int ended;

    JanusConnection(string secret, TimeProvider time)
    {
        (this.secret, this.time) = (secret, time);
        socket.Options.AddSubProtocol("janus-protocol");
    }

    public bool IsOpen => Volatile.Read(ref ended) == 0;

    /// <summary>Called once, on a foreign thread, with why it ended.</summary>
    public Action<string>? Ended { get; set; }

    /// <exception cref="MediaRouterFault">Janus cannot be reached, or does not let us in.</exception>
    public static async Task<JanusConnection> OpenAsync(HouseOptions options, TimeProvider time, CancellationToken stopping)
    {
        var connection = new JanusConnection(options.JanusSecret, time);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            limit.CancelAfter(patience);
            await connection.socket.ConnectAsync(new(options.JanusUrl), limit.Token);
            _ = connection.ReadAsync();
            var answer = await connection.AskAsync(new() { ["janus"] = "create" });
            connection.session = (long)answer["data"]!["id"]!;
            _ = connection.KeepAliveAsync();
            return connection;
        }
        catch (Exception e) when (e is WebSocketException or MediaRouterFault or OperationCanceledException && !stopping.IsCancellationRequested)
        {
            await connection.DisposeAsync();
            throw new MediaRouterFault(e.Message, e);
        }
    }

    /// <summary>A new handle; what Janus says to it unasked goes to <paramref name="hears"/>.</summary>
    public async Task<JanusHandle> AttachAsync(Action<JsonObject> hears)
    {
        var answer = await AskAsync(new() { ["janus"] = "attach", ["plugin"] = JanusToken.Plugin });
        var handle = new JanusHandle(this, (long)answer["data"]!["id"]!, hears);
        handles[handle.Id] = handle;
        return handle;
    }

    public async Task DetachAsync(JanusHandle handle)
    {
        handles.TryRemove(handle.Id, out _);
        if (IsOpen) await AskAsync(new() { ["janus"] = "detach", ["handle_id"] = handle.Id });
    }

    /// <summary>Asks, and waits for the answer itself: an ack only says that it is coming, unless there is no other (<paramref name="byAck"/>).</summary>
    /// <exception cref="MediaRouterFault">No answer, or one that refuses.</exception>
    public async Task<JsonObject> AskAsync(JsonObject request, bool byAck = false)
    {
        var transaction = Guid.NewGuid().ToString("N");
        request["transaction"] = transaction;
        if (session != 0) request["session_id"] = session;
        if (secret.Length > 0) request["token"] = JanusToken.ForRequest(secret, time.GetUtcNow());
        var answer = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[transaction] = (answer, byAck);
        try
        {
            if (!IsOpen) throw new MediaRouterFault("The connection to the media server has ended.");
            await SendAsync(request);
            var said = await answer.Task.WaitAsync(patience, time);
            Refuse(said);
            return said;
        }
        catch (TimeoutException e)
        {
            // one request may get no answer (Janus drops what it cannot do with a browser that is just leaving); whether Janus is there, keepalive finds out
            throw new MediaRouterFault($"The media server did not answer to {request["janus"]}.", e);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            End(e.Message);
            throw new MediaRouterFault(e.Message, e);
        }
        finally
        {
            waiting.TryRemove(transaction, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        End("we have closed it");
        try
        {
            using var limit = new CancellationTokenSource(patience, time);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // it is closed already, or nobody is there who could be told
        }
        socket.Dispose();
    }

    /// <summary>Janus has two places for what it has against a request.</summary>
    static void Refuse(JsonObject said)
    {
        if (said["error"] is JsonObject error) throw new MediaRouterFault($"{error["reason"]} ({error["code"]})", (int?)error["code"] ?? 0);
        if (said["plugindata"]?["data"] is JsonObject data && data["error_code"] is { } code) throw new MediaRouterFault($"{data["error"]} ({code})", (int)code);
    }

    async Task SendAsync(JsonObject request)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(request);
        await sending.WaitAsync(ending.Token);
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, ending.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    async Task ReadAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer.GetMemory(16 * 1024), ending.Token);
                if (read.MessageType == WebSocketMessageType.Close) break;
                buffer.Advance(read.Count);
                if (!read.EndOfMessage) continue;
                if (JsonNode.Parse(buffer.WrittenSpan) is JsonObject said) Take(said);
                buffer.ResetWrittenCount();
            }
            End("it has closed the connection");
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or JsonException or InvalidOperationException)
        {
            End(e.Message);
        }
    }

    void Take(JsonObject said)
    {
        var kind = (string?)said["janus"];
        if ((string?)said["transaction"] is { } transaction && waiting.TryGetValue(transaction, out var asked))
        {
            if (kind != "ack" || asked.ByAck) asked.Answer.TrySetResult(said);
            return;
        }
        if (said["sender"] is { } sender && handles.TryGetValue((long)sender, out var handle)) handle.Hears(said);
        else if (kind == "timeout") End("it has ended the session");
    }

    async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(keepAlive, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ending.Token)) await AskAsync(new() { ["janus"] = "keepalive" }, byAck: true);
        }
        catch (Exception e) when (e is OperationCanceledException or MediaRouterFault)
        {
            End(e.Message);
        }
    }

    void End(string why)
    {
        if (Interlocked.Exchange(ref ended, 1) != 0) return;
        ending.Cancel();
        foreach (var (answer, _) in waiting.Values) answer.TrySetException(new MediaRouterFault("The connection to the media server has ended."));
        Ended?.Invoke(why);
        foreach (var handle in handles.Values) handle.Lost();
    }
}
