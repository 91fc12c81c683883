using System.Runtime.CompilerServices;
using Klapphaus.Server.Start;
using StackExchange.Redis;

namespace Klapphaus.Server.Store;

/// <summary>Reads all that is kept, while the house goes on: each key as it is in one moment. Grains do not share state, so the moments may differ.</summary>
sealed class StoreReader(IConnectionMultiplexer connection)
{
    readonly IDatabase store = connection.GetDatabase();

    /// <summary>The names of all keys that are kept, each once.</summary>
    public async IAsyncEnumerable<string> KeysAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var server = connection.GetServers().First(s => s is { IsConnected: true, IsReplica: false });
        var seen = new HashSet<string>(StringComparer.Ordinal); // a scan may give a key twice
        await foreach (var key in server.KeysAsync(store.Database, StoreKeys.Prefix + "*", pageSize: 500).WithCancellation(cancellation))
            if (StoreKeys.IsKept(key.ToString()) && seen.Add(key.ToString())) yield return key.ToString();
    }

    /// <summary>Null when the key has gone meanwhile.</summary>
    public async Task<StoredEntry?> ReadAsync(string key)
    {
        var type = await store.KeyTypeAsync(key);
        var values = await ValuesAsync(key, type);
        if (values.Count == 0) return null;
        var expires = await store.KeyExpireTimeAsync(key);
        return new(key, Kind(type), values, expires is { } at ? new DateTimeOffset(at).ToUnixTimeMilliseconds() : null);
    }

    async Task<IReadOnlyList<StoredValue>> ValuesAsync(string key, RedisType type) => type switch
    {
        RedisType.None => [],
        RedisType.String => await store.StringGetAsync(key) is { IsNull: false } value ? [new(Bytes(value))] : [],
        RedisType.Hash => [.. (await store.HashGetAllAsync(key)).Select(f => new StoredValue(Bytes(f.Value), f.Name.ToString()))],
        RedisType.List => [.. (await store.ListRangeAsync(key)).Select(v => new StoredValue(Bytes(v)))],
        RedisType.Set => [.. (await store.SetMembersAsync(key)).Select(v => new StoredValue(Bytes(v)))],
        RedisType.SortedSet => [.. (await store.SortedSetRangeByRankWithScoresAsync(key)).Select(v => new StoredValue(Bytes(v.Element), Score: v.Score))],
        _ => throw new StartFault(OperatorWords.Of($"Der Schlüssel {key} ist von einer Art ({type}), die nicht gesichert werden kann.", $"The key {key} is of a kind ({type}) that cannot be backed up.")),
    };

    static string Kind(RedisType type) => type is RedisType.SortedSet ? "zset" : type.ToString().ToLowerInvariant();

    static byte[] Bytes(RedisValue value) => (byte[]?)value ?? [];
}
