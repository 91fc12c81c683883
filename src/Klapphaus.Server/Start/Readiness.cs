using StackExchange.Redis;

namespace Klapphaus.Server.Start;

/// <summary>Whether the house can be entered through this process.</summary>
sealed class Readiness(HouseLine line, IConnectionMultiplexer store, TimeProvider time)
{
    /// <summary>Whoever is in a room needs no store; only a longer absence keeps new people away.</summary>
    static readonly TimeSpan storeMayBeGone = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    long? storeGoneSince;
    volatile bool draining;

    /// <summary>It is about to stop: nobody new is sent here, and those who are here go elsewhere soon.</summary>
    public bool IsDraining => draining;

    public void Drain() => draining = true;

    /// <summary>What stands in the way of entering the house by this process; null when nothing does.</summary>
    public string? Obstacle()
    {
        if (draining) return "draining";
        if (IsStoreGoneTooLong()) return "store";
        return line.IsCut ? "house" : null;
    }

    bool IsStoreGoneTooLong()
    {
        lock (gate)
        {
            if (store.IsConnected) storeGoneSince = null;
            else storeGoneSince ??= time.GetTimestamp();
            return storeGoneSince is { } since && time.GetElapsedTime(since) >= storeMayBeGone;
        }
    }
}
