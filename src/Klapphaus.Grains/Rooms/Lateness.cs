namespace Klapphaus.Grains.Rooms;

/// <summary>
/// How much later than usual a message came. The clocks of sender and receiver differ, by how much is learnt from the quickest message so far; what was
/// said long ago must not pass for new only because a machine was busy.
/// </summary>
public sealed class Lateness
{
    /// <summary>In so many milliseconds the usual way may become one longer: clocks drift, by less than that.</summary>
    const long Drift = 1_000;

    long clock;
    long quickest;
    long quickestAt;

    /// <summary>Milliseconds; 0 for the first message of a clock.</summary>
    /// <param name="sender">Tells the sender's clock from any other that it may have had before; not 0.</param>
    /// <param name="sentAt">Milliseconds on that clock.</param>
    /// <param name="now">Milliseconds on the receiver's.</param>
    public long Of(long sender, long sentAt, long now)
    {
        var way = now - sentAt;
        var usual = quickest + ((now - quickestAt) / Drift);
        if (sender == clock && way >= usual) return way - usual;
        (clock, quickest, quickestAt) = (sender, way, now);
        return 0;
    }
}
