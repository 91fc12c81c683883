using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Klapphaus.Desktop.Members;

/// <summary>
/// Waits on a port of this machine for the one request by which the system's browser comes back from a sign-in (RFC 8252). Every program of the machine, and every
/// page in a browser, can send something here: nothing counts but the state that only the house was told, and that once.
/// </summary>
sealed class LoopbackListener : IDisposable
{
    /// <summary>A browser's request has 1 or 2 KB.</summary>
    const int MostBytes = 16 * 1024;

    /// <summary>Browsers open connections in advance, and say nothing on them.</summary>
    const int MostAtOnce = 32;

    /// <summary>Who has said nothing within this time has nothing to say.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly byte[] state;
    readonly TimeProvider time;
    readonly TaskCompletionSource<LoopbackResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="state">What the browser must bring back.</param>
    /// <param name="time">To give up by.</param>
    public LoopbackListener(string state, TimeProvider time)
    {
        (this.state, this.time) = (Encoding.UTF8.GetBytes(state), time);
        listener.Start(MostAtOnce);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    string Host => $"127.0.0.1:{Port}";

    /// <summary>Waits until the browser comes back.</summary>
    /// <exception cref="OperationCanceledException">It did not in time.</exception>
    public async Task<LoopbackResult> WaitAsync(CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var room = new SemaphoreSlim(MostAtOnce);
        List<Task> talks = [];
        var accepting = AcceptAsync(talks, room, over.Token);
        try
        {
            return await result.Task.WaitAsync(cancellation);
        }
        finally
        {
            await over.CancelAsync();
            await accepting;
            await Task.WhenAll(talks);
        }
    }

    public void Dispose() => listener.Dispose();

    async Task AcceptAsync(List<Task> talks, SemaphoreSlim room, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await room.WaitAsync(over);
                var client = await listener.AcceptTcpClientAsync(over);
                talks.RemoveAll(talk => talk.IsCompleted);
                talks.Add(TalkAsync(client, room, over));
            }
        }
        catch (OperationCanceledException)
        {
            // all is said
        }
    }

    async Task TalkAsync(TcpClient client, SemaphoreSlim room, CancellationToken over)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, over);
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                // the browser gets its page also when the wait ends with this request
                if (await ReadAsync(stream, both.Token) is { } head) await stream.WriteAsync(Answer(LoopbackRequest.Read(head)), late.Token);
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
        {
            // a connection that was opened in advance, or a browser that has gone
        }
        finally
        {
            room.Release();
        }
    }

    byte[] Answer(LoopbackRequest? request)
    {
        if (request is null) return LoopbackPage.Refusal(400);
        // a page of another site that has its own name lead here is told nothing
        if (request.Host != Host) return LoopbackPage.Refusal(421);
        if (request.Path != "/") return LoopbackPage.Refusal(404);
        if (!request.Query.TryGetValue("state", out var said) || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), state)) return LoopbackPage.Refusal(403);
        if (request.Query.GetValueOrDefault("code") is { Length: > 0 } code) return Bring(new(code), LoopbackPage.SignedIn);
        var refusal = int.TryParse(request.Query.GetValueOrDefault("error"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (ErrorCode)number : ErrorCode.SignInFailed;
        return Bring(new(null, refusal), LoopbackPage.NotSignedIn);
    }

    byte[] Bring(LoopbackResult brought, byte[] page) => result.TrySetResult(brought) ? page : LoopbackPage.Refusal(410);

    /// <summary>The head of a request; null when it is too long, or ends in the middle.</summary>
    static async Task<string?> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var buffer = new byte[MostBytes];
        for (var length = 0; length < buffer.Length;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0) return null;
            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0) return Encoding.ASCII.GetString(buffer, 0, end);
        }
        return null;
    }
}
