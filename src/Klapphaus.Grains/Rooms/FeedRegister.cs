namespace Klapphaus.Grains.Rooms;

/// <summary>The feeds that a room hands its ticks to. One that is not heard of for a while is let go.</summary>
sealed class FeedRegister
{
    /// <summary>Feeds renew every 5 s; three in a row may be lost.</summary>
    const long Patience = 20_000;

    /// <summary>A feed of strollers has steps in every tick, and one of people who stand renews after five seconds.</summary>
    const long Unusual = 1_500;

    readonly Dictionary<string, Feed> feeds = [];

    public int Count => feeds.Count;

    /// <summary>What was learnt of a feed's clock is kept: the first steps after it attached again may be late.</summary>
    public void Add(string feed, IRoomObserver observer, long now) =>
        feeds[feed] = new(observer, feeds.GetValueOrDefault(feed)?.Lateness ?? new()) { Heard = now };

    public (string[] Feeds, IRoomObserver[] Observers) All => ([.. feeds.Keys], [.. feeds.Values.Select(f => f.Observer)]);

    /// <summary>Steps have come from the feed.</summary>
    /// <returns>How much later than usual, in milliseconds, and whether later ones have been here before: from another machine messages may overtake each other.</returns>
    public (long Late, bool Overtaken) Heard(string feed, long sentAt, long now)
    {
        if (!feeds.TryGetValue(feed, out var known)) return (0, false);
        known.Heard = now;
        var overtaken = sentAt < known.NewestSentAt;
        if (!overtaken) known.NewestSentAt = sentAt;
        return (known.Lateness.Of(1, sentAt, now), overtaken);
    }

    /// <summary>For how long nothing has come from a feed, in milliseconds; 0 while that is nothing unusual. A feed that was let go is silent for as long as it takes.</summary>
    public long SilentFor(string feed, long now)
    {
        var silent = feeds.TryGetValue(feed, out var known) ? now - known.Heard : Patience;
        return silent > Unusual ? silent : 0;
    }

    public bool Renew(string feed, long now)
    {
        if (!feeds.TryGetValue(feed, out var known)) return false;
        known.Heard = now;
        return true;
    }

    /// <summary>Unless the feed has attached anew in the meantime, by another observer.</summary>
    public void Remove(string feed, IRoomObserver observer)
    {
        if (feeds.TryGetValue(feed, out var known) && known.Observer.Equals(observer)) feeds.Remove(feed);
    }

    public void Tell(RoomTick tick)
    {
        foreach (var feed in feeds.Values) feed.Observer.Ticked(tick).Ignore();
    }

    public IReadOnlyList<string> RemoveSilent(long now)
    {
        var silent = feeds.Where(f => now - f.Value.Heard > Patience).Select(f => f.Key).ToList();
        foreach (var feed in silent) feeds.Remove(feed);
        return silent;
    }

    sealed class Feed(IRoomObserver observer, Lateness lateness)
    {
        public IRoomObserver Observer => observer;

        public Lateness Lateness => lateness;

        public long Heard { get; set; }

        /// <summary>On the feed's own clock.</summary>
        public long NewestSentAt { get; set; } = long.MinValue;
    }
}
