using Klapphaus.Server.Start;
using StackExchange.Redis;

namespace Klapphaus.Server.Store;

/// <summary>The store of a house as backup and restore open it: beside the house that may run on it.</summary>
sealed class KeepingStore : IAsyncDisposable
{
    const string ClientName = HouseStore.ServiceId + "-keeping";

    readonly IAsyncDisposable? own;

    KeepingStore(IConnectionMultiplexer connection, IAsyncDisposable? own) => (Connection, this.own) = (connection, own);

    public IConnectionMultiplexer Connection { get; }

    /// <summary>To read: a house may run on it or not.</summary>
    public static async Task<KeepingStore> OpenToReadAsync(string? redis, string dataPath)
    {
        if (!string.IsNullOrWhiteSpace(redis)) return new(await HouseStore.ConnectAsync(redis, ClientName), null);
        if (EmbeddedStore.RunningAt(dataPath) is { } running) return new(await HouseStore.ConnectAsync(running, ClientName), null);
        if (!EmbeddedStore.IsIn(dataPath))
            throw new StartFault(OperatorWords.Of(
                $"In {dataPath} ist kein Klapphaus. Nennen Sie seinen Datenordner (--Klapphaus:DataPath=/pfad) oder sein Redis (--ConnectionStrings:redis=host:6379).",
                $"There is no Klapphaus in {dataPath}. Name its data folder (--Klapphaus:DataPath=/path) or its Redis (--ConnectionStrings:redis=host:6379)."));
        return await OpenAsync(dataPath);
    }

    /// <summary>To write: no house may run on it.</summary>
    public static async Task<KeepingStore> OpenToWriteAsync(string? redis, string dataPath)
    {
        if (string.IsNullOrWhiteSpace(redis)) return await OpenAsync(dataPath); // its lock keeps others out
        var store = new KeepingStore(await HouseStore.ConnectAsync(redis, ClientName), null);
        try
        {
            await store.RefuseHousesAsync();
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (own is null) await Connection.DisposeAsync();
        else await own.DisposeAsync();
    }

    static async Task<KeepingStore> OpenAsync(string dataPath)
    {
        var house = await HouseStore.OpenEmbeddedAsync(dataPath);
        return new(house.Connection, house);
    }

    /// <summary>The Redis itself knows best who is connected: a process that was killed is not, the moment it dies.</summary>
    async Task RefuseHousesAsync()
    {
        var server = Connection.GetServers().First(s => s is { IsConnected: true, IsReplica: false });
        var houses = (await server.ClientListAsync()).Where(c => c.Name?.StartsWith(HouseStore.ClientName, StringComparison.Ordinal) == true).ToList();
        if (houses.Count == 0) return;
        var hosts = string.Join(", ", houses.Select(c => c.Host).Distinct());
        throw new StartFault(OperatorWords.Of(
            $"Ein Klapphaus läuft auf diesem Redis (von {hosts}). Beenden Sie alle seine Prozesse, und wiederholen Sie es dann. Nichts wurde verändert.",
            $"A Klapphaus runs on this Redis (from {hosts}). Stop all its processes, then repeat this. Nothing was changed."));
    }
}
