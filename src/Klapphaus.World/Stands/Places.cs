namespace Klapphaus.World.Stands;

/// <summary>Numbers by which a list keeps its order, far enough apart that something new finds room between any two.</summary>
static class Places
{
    /// <summary>
    /// Twenty times in a row something can be put into the same gap; and more than four thousand million times at the end, until a browser no longer counts
    /// exactly.
    /// </summary>
    public const long Gap = 1 << 20;

    /// <summary>A number between two others, beyond one of them when there is only one; null when they are next to each other.</summary>
    public static long? Between(long? before, long? after) => (before, after) switch
    {
        (null, null) => 0,
        ({ } low, null) => low + Gap,
        (null, { } high) => high - Gap,
        ({ } low, { } high) => high - low > 1 ? low + (high - low) / 2 : null,
    };

    /// <summary>For each number one that is far from the next, in the same order.</summary>
    public static Dictionary<long, long> Spread(SortedSet<long> places) =>
        places.Select((place, index) => (place, index)).ToDictionary(p => p.place, p => p.index * Gap);
}
