using System.Globalization;
using Klapphaus.Grains.Moderation;
using Klapphaus.Server.Store;
using StackExchange.Redis;

namespace Klapphaus.Server.Moderation;

/// <summary>All months of all logs that there are, also those of rooms that the house has no more.</summary>
sealed class LogShelf(IGrainFactory grains, IConnectionMultiplexer store)
{
    /// <summary>Each log with the first day of its month.</summary>
    public async IAsyncEnumerable<(IModerationLogGrain Log, string Room, DateTimeOffset Month)> AllAsync()
    {
        await foreach (var key in store.GetServers().First(s => s is { IsConnected: true, IsReplica: false }).KeysAsync(pattern: StoreKeys.LogsPattern))
        {
            var (room, month) = StoreKeys.LogOf(key!);
            if (DateTimeOffset.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first)) yield return (grains.Log(room, first), room, first);
        }
    }
}
