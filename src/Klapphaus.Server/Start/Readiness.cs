using Klapphaus.Grains.House;
using StackExchange.Redis;

namespace Klapphaus.Server.Start;

/// <summary>Whether the house can be entered through this process.</summary>
sealed class Readiness(IGrainFactory grains, IConnectionMultiplexer store, TimeProvider time)
{
    /// <summary>A house that does not answer for so long keeps people waiting at its door.</summary>
    static readonly TimeSpan answer = TimeSpan.FromSeconds(2);

    /// <summary>Whoever is in a room needs no store; only a longer absence keeps new people away.</summary>
    static readonly TimeSpan storeMayBeGone = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    long? storeGoneSince;
    volatile bool draining;

    /// <summary>It is about to stop: nobody new is sent here, and those who are here go elsewhere soon.</summary>
    public bool IsDraining => draining;

    public void Drain() => draining = true;

    /// <summary>What stands in the way of entering the house by this process; null when nothing does.</summary>
    public async Task<string?> ObstacleAsync()
    {
        if (draining) return "draining";
        if (StoreIsGone()) return "store";
        try
        {
            await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms().WaitAsync(answer, time);
            return null;
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or InvalidOperationException)
        {
            return "house";
        }
    }

    bool StoreIsGone()
    {
        lock (gate)
        {
            if (store.IsConnected) storeGoneSince = null;
            else storeGoneSince ??= time.GetTimestamp();
            return storeGoneSince is { } since && time.GetElapsedTime(since) > storeMayBeGone;
        }
    }
}
