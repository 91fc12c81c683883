using System.Net;
using System.Net.Sockets;

namespace Klapphaus.Stage;

/// <summary>A line between client and house that can be cut, or go silent, and be mended. With several houses behind it each new line goes to the next that answers.</summary>
sealed class TcpProxy : IAsyncDisposable
{
    readonly Uri[] houses;
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly Lock gate = new();
    readonly List<Socket> open = [];
    readonly CancellationTokenSource end = new();
    readonly Task accepting;
    TaskCompletionSource silence = new();
    bool cut;
    int turn;

    public TcpProxy(params Uri[] houses)
    {
        this.houses = houses;
        silence.SetResult();
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Ends what is open and refuses what comes, until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        lock (gate)
        {
            cut = true;
            foreach (var socket in open) socket.Close(0);
            open.Clear();
        }
    }

    /// <summary>Ends the line that has been open the longest; false when there is none.</summary>
    public bool TryBreakOne()
    {
        Socket oldest;
        lock (gate)
        {
            if (open.Count == 0) return false;
            oldest = open[0];
        }
        oldest.Close(0); // its other end is closed and both are forgotten by who carries it
        return true;
    }

    /// <summary>Everything stays open and nothing gets through, until <see cref="Mend"/>.</summary>
    public void FallSilent() => silence = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend()
    {
        lock (gate) cut = false;
        silence.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        Cut();
        silence.TrySetResult();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptSocketAsync(end.Token));
        }
        catch (OperationCanceledException)
        {
            // the test is over
        }
    }

    async Task CarryAsync(Socket client)
    {
        client.NoDelay = true;
        if (await DialAsync() is not { } server)
        {
            client.Close(0);
            return;
        }
        lock (gate)
        {
            if (cut)
            {
                client.Close(0);
                server.Close(0);
                return;
            }
            open.AddRange([client, server]);
        }
        try
        {
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // cut
        }
        client.Close(0);
        server.Close(0);
        lock (gate)
        {
            open.Remove(client);
            open.Remove(server);
        }
    }

    async Task<Socket?> DialAsync()
    {
        var first = Interlocked.Increment(ref turn);
        for (var i = 0; i < houses.Length; i++)
        {
            var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                var house = houses[(first + i) % houses.Length];
                await server.ConnectAsync(house.Host, house.Port, end.Token);
                return server;
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                server.Dispose();
            }
        }
        return null;
    }

    async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer, end.Token)) > 0)
            {
                await silence.Task;
                for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), end.Token);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // cut
        }
    }
}
