using StackExchange.Redis;

namespace Klapphaus.Scaleout.Tests.Keeping;

/// <summary>What stands in a store, read by Redis' own words and not by the code that makes backups.</summary>
static class Contents
{
    /// <summary>Every key of the house but presence, membership and the directory of who lives on which machine, with all it holds.</summary>
    public static async Task<SortedDictionary<string, string>> OfAsync(IConnectionMultiplexer connection)
    {
        var store = connection.GetDatabase();
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var key in connection.GetServers()[0].KeysAsync(pattern: "*"))
        {
            var name = key.ToString();
            if (name.StartsWith("klapphaus/presence", StringComparison.Ordinal) || name.StartsWith("klapphaus/members/", StringComparison.Ordinal)
                || name.StartsWith("house/directory/", StringComparison.Ordinal)) continue;
            all[name] = await DescribeAsync(store, key);
        }
        return all;
    }

    /// <summary>Waits until nothing of it has changed for a second: what was decided last may be written a moment later.</summary>
    public static async Task SettleAsync(IConnectionMultiplexer connection)
    {
        var began = TimeProvider.System.GetTimestamp();
        var before = await OfAsync(connection);
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            var now = await OfAsync(connection);
            if (now.SequenceEqual(before)) return;
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "The store does not come to rest.");
            before = now;
        }
    }

    static async Task<string> DescribeAsync(IDatabase store, RedisKey key) => await store.KeyTypeAsync(key) switch
    {
        RedisType.String => "string " + Hex(await store.StringGetAsync(key)),
        RedisType.Hash => "hash " + string.Join(' ', (await store.HashGetAllAsync(key)).Select(e => $"{e.Name}={Hex(e.Value)}").Order(StringComparer.Ordinal)),
        RedisType.List => "list " + string.Join(' ', (await store.ListRangeAsync(key)).Select(Hex)),
        RedisType.Set => "set " + string.Join(' ', (await store.SetMembersAsync(key)).Select(Hex).Order(StringComparer.Ordinal)),
        RedisType.SortedSet => "zset " + string.Join(' ', (await store.SortedSetRangeByRankWithScoresAsync(key)).Select(e => $"{e.Score}={Hex(e.Element)}")),
        var other => other.ToString(),
    };

    static string Hex(RedisValue value) => Convert.ToHexString((byte[])value!);
}
