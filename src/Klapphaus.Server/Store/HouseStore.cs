using Klapphaus.Server.Start;
using StackExchange.Redis;

namespace Klapphaus.Server.Store;

/// <summary>The one store of the house: the Redis that is configured, or an embedded one that speaks the same. Nothing else knows which.</summary>
sealed class HouseStore : IAsyncDisposable
{
    public const string ServiceId = "klapphaus";
    public const string ClusterId = "house";

    /// <summary>How the store knows connections of a house.</summary>
    public const string ClientName = ServiceId + "-house";

    readonly string configuration;
    readonly EmbeddedStore? embedded;

    HouseStore(string configuration, EmbeddedStore? embedded, IConnectionMultiplexer connection) =>
        (this.configuration, this.embedded, Connection) = (configuration, embedded, connection);

    public IConnectionMultiplexer Connection { get; }

    /// <summary>This process has the store for itself.</summary>
    public bool Embedded => embedded is not null;

    /// <param name="redis">Connection string, or null for the embedded store.</param>
    /// <param name="dataPath">Folder of the embedded store.</param>
    public static async Task<HouseStore> OpenAsync(string? redis, string dataPath)
    {
        var store = string.IsNullOrWhiteSpace(redis) ? await OpenEmbeddedAsync(dataPath) : new(redis, null, await ConnectAsync(redis, ClientName));
        if (!await store.Connection.GetDatabase().KeyExistsAsync(StoreKeys.Restoring)) return store;
        await store.DisposeAsync();
        throw new StartFault(OperatorWords.Of(
            "Eine Sicherung wurde nur zum Teil zurückgespielt. Wiederholen Sie das: restore DATEI.zip --replace",
            "A backup was put back only in part. Repeat that: restore FILE.zip --replace"));
    }

    public static async Task<HouseStore> OpenEmbeddedAsync(string dataPath)
    {
        var own = EmbeddedStore.Start(dataPath);
        try
        {
            var store = new HouseStore(own.Configuration, own, await ConnectAsync(own.Configuration, ClientName));
            // whoever is listed as alive there is of a run that has ended: the folder's lock is ours
            await store.Connection.GetDatabase().KeyDeleteAsync($"{ServiceId}/members/{ClusterId}");
            return store;
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <summary>Options for another connection to the same store.</summary>
    public ConfigurationOptions Options()
    {
        var options = ConfigurationOptions.Parse(configuration);
        options.ClientName = ClientName;
        options.AbortOnConnectFail = false; // once the house is open, a store that goes away is waited for
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        embedded?.Dispose();
    }

    /// <exception cref="StartFault">It does not answer.</exception>
    public static async Task<IConnectionMultiplexer> ConnectAsync(string configuration, string name)
    {
        try
        {
            var options = ConfigurationOptions.Parse(configuration);
            options.AbortOnConnectFail = true;
            options.ClientName = name;
            options.AllowAdmin = name != ClientName; // who is connected is asked by restore alone
            options.ConnectTimeout = 5000;
            return await ConnectionMultiplexer.ConnectAsync(options);
        }
        catch (Exception e) when (e is RedisException or ArgumentException)
        {
            // the connection string may hold a password: only the hosts are named
            var hosts = configuration.Split(',')[0];
            throw new StartFault(OperatorWords.Of(
                $"Redis antwortet nicht unter {hosts}. Läuft der Dienst, und stimmt ConnectionStrings:redis (auch das Passwort)? Ohne diese Einstellung nimmt das Klapphaus seinen eigenen Speicher.",
                $"Redis does not answer at {hosts}. Is it running, and is ConnectionStrings:redis right (the password, too)? Without that setting the house uses its own store."), e);
        }
    }
}
