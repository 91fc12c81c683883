namespace Klapphaus.Server.Stands.Search;

/// <summary>
/// Which hit comes first: with more of the words; with a solution for exactly the challenge that was asked for; near to the asker, if that was asked for; by what
/// the words count; stands before materials. What is equal then goes by name, so that the order is the same each time.
/// </summary>
sealed class HitOrder(Nearness? near, ChallengeFilter? challenge) : IComparer<Candidate>
{
    readonly Dictionary<(string Room, string Place), double> ways = [];

    public int Compare(Candidate x, Candidate y)
    {
        var order = y.Words.CompareTo(x.Words);
        if (order == 0 && challenge is not null) order = challenge.IsExact(y.Entry).CompareTo(challenge.IsExact(x.Entry));
        if (order == 0) order = CompareWays(x.Entry, y.Entry);
        if (order == 0) order = y.Score.CompareTo(x.Score);
        if (order == 0) order = (x.Entry.Kind == EntryKind.Material).CompareTo(y.Entry.Kind == EntryKind.Material);
        if (order == 0) order = string.CompareOrdinal(x.Entry.TitleKey, y.Entry.TitleKey);
        if (order == 0) order = string.CompareOrdinal(x.Entry.Stand, y.Entry.Stand);
        return order != 0 ? order : string.CompareOrdinal(x.Entry.Material, y.Entry.Material);
    }

    int CompareWays(IndexedEntry x, IndexedEntry y)
    {
        if (near is null) return 0;
        var order = (y.Room == near.Room).CompareTo(x.Room == near.Room);
        return order != 0 ? order : Way(x).CompareTo(Way(y));
    }

    /// <summary>Asked once for each place, since it may be a search of its own. What is no length is no way.</summary>
    double Way(IndexedEntry entry)
    {
        if (ways.TryGetValue((entry.Room, entry.Place), out var known)) return known;
        var way = near!.Way(entry.Room, entry.Place);
        return ways[(entry.Room, entry.Place)] = way >= 0 ? way : double.PositiveInfinity;
    }
}
