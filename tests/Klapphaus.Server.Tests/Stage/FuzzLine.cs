using System.Net.WebSockets;
using System.Text;
using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>
/// A WebSocket to the hub by which anything may be sent. Behind each frame goes a call of a method that does not exist: the house answers it with an error, and
/// by these answers it is known how many of the frames it has read.
/// </summary>
sealed class FuzzLine : IAsyncDisposable
{
    const string Mark = "MARKE-7f3a9c";

    /// <summary>Frames that may be on their way without an answer.</summary>
    const int Window = 16;

    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);
    static readonly byte[] handshake = Encoding.UTF8.GetBytes("{\"protocol\":\"messagepack\",\"version\":1}\u001e");
    static readonly byte[] marker = HubFrames.Of(new InvocationMessage(Mark, "?", []));
    static readonly byte[] answer = Encoding.UTF8.GetBytes(Mark);

    readonly ClientWebSocket socket = new();
    readonly SemaphoreSlim window = new(Window);
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task reading = Task.CompletedTask;
    int sent;
    int answered;

    /// <summary>The house has ended it, or it was given up.</summary>
    public bool HasEnded => ended.Task.IsCompleted;

    /// <summary>Frames that the house has read: those that were answered, and the one that made it end the line.</summary>
    public int Read => Math.Min(sent, Volatile.Read(ref answered) + (HasEnded ? 1 : 0));

    public static async Task<FuzzLine> OpenAsync(Uri house, string token, HttpMessageInvoker by)
    {
        var line = new FuzzLine();
        var uri = new UriBuilder(house) { Scheme = "ws", Path = Protocol.HubPath, Query = "access_token=" + Uri.EscapeDataString(token) };
        try
        {
            using var limit = new CancellationTokenSource(patience);
            await line.socket.ConnectAsync(uri.Uri, by, limit.Token);
            await line.socket.SendAsync(handshake.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        }
        catch
        {
            line.socket.Dispose();
            throw;
        }
        line.reading = line.ReadAsync();
        return line;
    }

    /// <summary>Sends a complete frame, in one message or torn into two, and the marker behind it in the same or in another.</summary>
    public async Task SendAsync(byte[] frame, Random random)
    {
        if (!await window.WaitAsync(patience)) throw new TimeoutException($"The house has read {answered} of {sent} frames, and no more.");
        if (HasEnded) return;
        sent++;
        var together = random.Next(4) > 0;
        if (random.Next(8) == 0 && frame.Length > 1)
        {
            var torn = random.Next(1, frame.Length);
            await TrySendAsync(frame.AsMemory(0, torn));
            frame = frame[torn..];
        }
        if (together) await TrySendAsync((byte[])[.. frame, .. marker]);
        else
        {
            await TrySendAsync(frame);
            await TrySendAsync(marker);
        }
    }

    /// <summary>Sends something of which the house waits for the rest, and hangs up; or closes as one should, in the middle of it.</summary>
    public async Task SendHalfAsync(byte[] frame, bool politely)
    {
        await SettleAsync();
        if (HasEnded) return;
        sent++;
        await TrySendAsync(frame);
        if (politely) await TryAsync(() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None));
        else socket.Abort();
        await reading.WaitAsync(patience);
    }

    /// <summary>Waits until everything that was sent has been read, or the line has ended.</summary>
    public async Task SettleAsync()
    {
        for (var n = 0; n < Window && !HasEnded; n++)
            if (!await window.WaitAsync(patience)) throw new TimeoutException($"The house has read {answered} of {sent} frames, and no more.");
        window.Release(Window);
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
        window.Dispose();
    }

    Task TrySendAsync(ReadOnlyMemory<byte> bytes) => TryAsync(() => socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None).AsTask());

    static async Task TryAsync(Func<Task> deed)
    {
        try
        {
            await deed().WaitAsync(patience);
        }
        catch (Exception e) when (IsCut(e))
        {
            // the reader finds out, too
        }
    }

    async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        var kept = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(kept), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close) break;
                kept = Count(buffer.AsSpan(0, kept + part.Count));
            }
        }
        catch (Exception e) when (IsCut(e))
        {
            // by the house, or by this test
        }
        ended.TrySetResult();
        window.Release(Window); // whoever waits is told by that
    }

    /// <summary>Counts the answers, and keeps what may be the beginning of the next. Says how many bytes that is.</summary>
    int Count(Span<byte> bytes)
    {
        var rest = bytes;
        for (int at; (at = rest.IndexOf(answer)) >= 0; rest = rest[(at + answer.Length)..])
        {
            Interlocked.Increment(ref answered);
            window.Release();
        }
        rest = rest[^Math.Min(rest.Length, answer.Length - 1)..];
        rest.CopyTo(bytes);
        return rest.Length;
    }

    static bool IsCut(Exception e) => e is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException or InvalidOperationException;
}
