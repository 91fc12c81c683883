namespace Klapphaus.Client;

/// <summary>
/// Pauses between attempts to connect: twice as long each time up to the longest, each shortened at random by up to half,
/// so that a thousand clients do not knock at a restarted server in the same moment.
/// </summary>
sealed class BackOff(TimeSpan shortest, TimeSpan longest, Random random)
{
    int failed;

    public TimeSpan Next()
    {
        // Past 30 doublings it would overflow; it has been the longest for long by then.
        var pause = shortest * (1L << Math.Min(failed++, 30));
        return Shorten(pause < longest ? pause : longest);
    }

    /// <summary>The pause after a server asked to come back slowly.</summary>
    public TimeSpan Longest() => Shorten(longest);

    public void Reset() => failed = 0;

    TimeSpan Shorten(TimeSpan pause) => pause * (1 - (random.NextDouble() / 2));
}
