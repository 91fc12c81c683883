using Klapphaus.Grains.House;
using StackExchange.Redis;

namespace Klapphaus.Server.Start;

/// <summary>Whether the house can be entered through this process.</summary>
sealed class Readiness(IGrainFactory grains, IConnectionMultiplexer store, HouseOptions options, TimeProvider time)
{
    /// <summary>A proxy that asks wants an answer within a second.</summary>
    static readonly TimeSpan answer = TimeSpan.FromMilliseconds(700);

    /// <summary>The house's own grain may have died with another machine and comes up again: this process is no worse for that.</summary>
    static readonly TimeSpan houseMayBeSilent = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A gateway has no silo of its own. A silo that died is replaced in less than that; after it the line to the silos is cut, and people are better off by
    /// another gateway.
    /// </summary>
    static readonly TimeSpan lineMayBeCut = TimeSpan.FromSeconds(4);

    /// <summary>Whoever is in a room needs no store; only a longer absence keeps new people away.</summary>
    static readonly TimeSpan storeMayBeGone = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    long? storeGoneSince;
    long? houseSilentSince;
    bool opened;
    volatile bool draining;

    /// <summary>It is about to stop: nobody new is sent here, and those who are here go elsewhere soon.</summary>
    public bool IsDraining => draining;

    public void Drain() => draining = true;

    /// <summary>What stands in the way of entering the house by this process; null when nothing does.</summary>
    public async Task<string?> ObstacleAsync()
    {
        if (draining) return "draining";
        if (IsTooLong(ref storeGoneSince, store.IsConnected, storeMayBeGone)) return "store";
        return IsTooLong(ref houseSilentSince, await HouseAnswersAsync(), !opened ? TimeSpan.Zero : options.HasRooms ? houseMayBeSilent : lineMayBeCut) ? "house" : null;
    }

    async Task<bool> HouseAnswersAsync()
    {
        try
        {
            await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms().WaitAsync(answer, time);
            return opened = true;
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or InvalidOperationException)
        {
            return false;
        }
    }

    bool IsTooLong(ref long? since, bool well, TimeSpan patience)
    {
        lock (gate)
        {
            if (well) since = null;
            else since ??= time.GetTimestamp();
            return since is { } began && time.GetElapsedTime(began) >= patience;
        }
    }
}
