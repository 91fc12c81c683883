namespace Klapphaus.Client;

/// <summary>
/// Pauses between attempts to connect: half as long again each time up to the longest, each shortened at random by up to half,
/// so that a thousand clients do not knock at a restarted server in the same moment.
/// </summary>
sealed class BackOff(TimeSpan shortest, TimeSpan longest, Random random)
{
    const double Growth = 1.5;

    int failed;

    public TimeSpan Next()
    {
        // Doubled pauses would keep the last of a house that restarts in four seconds waiting for another five. Past 30 it would overflow some day.
        var pause = shortest * Math.Pow(Growth, Math.Min(failed++, 30));
        return Shorten(pause < longest ? pause : longest);
    }

    /// <summary>The pause after a server asked to come back slowly.</summary>
    public TimeSpan Longest() => Shorten(longest);

    public void Reset() => failed = 0;

    TimeSpan Shorten(TimeSpan pause) => pause * (1 - (random.NextDouble() / 2));
}
