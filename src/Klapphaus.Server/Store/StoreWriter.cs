using StackExchange.Redis;

namespace Klapphaus.Server.Store;

/// <summary>Puts entries back, to the byte.</summary>
sealed class StoreWriter(IDatabase store, TimeProvider time)
{
    public async Task WriteAsync(StoredEntry entry)
    {
        if (entry.Expires is { } end && end <= time.GetUtcNow().ToUnixTimeMilliseconds()) return;
        var key = entry.Key;
        switch (entry.Kind)
        {
            case "string":
                await store.StringSetAsync(key, entry.Values[0].Bytes);
                break;
            case "hash":
                await store.HashSetAsync(key, [.. entry.Values.Select(v => new HashEntry(v.Field, v.Bytes))]);
                break;
            case "list":
                await store.ListRightPushAsync(key, [.. entry.Values.Select(v => (RedisValue)v.Bytes)]);
                break;
            case "set":
                await store.SetAddAsync(key, [.. entry.Values.Select(v => (RedisValue)v.Bytes)]);
                break;
            case "zset":
                await store.SortedSetAddAsync(key, [.. entry.Values.Select(v => new SortedSetEntry(v.Bytes, v.Score!.Value))]);
                break;
            default:
                throw new InvalidOperationException($"{key} is a {entry.Kind}."); // refused by the reader of the file
        }
        if (entry.Expires is { } expires) await store.KeyExpireAsync(key, DateTimeOffset.FromUnixTimeMilliseconds(expires).UtcDateTime);
    }
}
