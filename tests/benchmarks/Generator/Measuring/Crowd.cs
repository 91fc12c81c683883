using Klapphaus.Benchmarks.Generator.Drivers;

namespace Klapphaus.Benchmarks.Generator.Measuring;

/// <summary>All clients of a run.</summary>
sealed class Crowd(PeerClient[] clients) : IDisposable
{
    /// <summary>Connecting is not what is measured: no more at once than a server takes without a queue.</summary>
    const int AtOnce = 16;

    public int Count => clients.Length;

    public bool MotionAware => clients[0].MotionAware;

    public PeerClient this[int id] => clients[id];

    public Traffic Traffic => new(clients.Sum(c => c.Ws.BytesIn), clients.Sum(c => c.Ws.FramesIn), clients.Sum(c => c.Ws.ReadsIn));

    public async Task ConnectAsync(Func<int, (int X, int Y)> startOf)
    {
        await ConnectAsync(clients[0], startOf); // alone: some servers make the room for the first one
        using var gate = new SemaphoreSlim(AtOnce);
        await Task.WhenAll(clients.Skip(1).Select(async client =>
        {
            await gate.WaitAsync();
            try
            {
                await ConnectAsync(client, startOf);
            }
            finally
            {
                gate.Release();
            }
        }));
    }

    /// <summary>To be called ten times a second; each client's turn comes every ten seconds.</summary>
    public void KeepAlive(long tenth)
    {
        for (var id = (int)(tenth % 100); id < clients.Length; id += 100) clients[id].KeepAlive();
    }

    /// <summary>How often a client came into a conversation; null where there is no such thing.</summary>
    public double? Talks => clients.Sum(c => c.Talks) is var sum and > 0 ? sum : null;

    /// <summary>What should be zero.</summary>
    public void AddFaults(Dictionary<string, double?> figures)
    {
        figures["badMessages"] = clients.Sum(c => c.BadMessages);
        figures["closed"] = clients.Count(c => c.Ws.Closed);
        figures["sendsBlocked"] = clients.Sum(c => c.Ws.SendsBlocked);
        figures["stepsRefused"] = clients.Sum(c => c.Refused);
    }

    public void Dispose()
    {
        foreach (var client in clients) client.Ws.Dispose();
    }

    static Task ConnectAsync(PeerClient client, Func<int, (int X, int Y)> startOf)
    {
        var (x, y) = startOf(client.Id);
        return client.ConnectAsync(x, y);
    }
}
