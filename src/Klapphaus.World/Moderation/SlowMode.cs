namespace Klapphaus.World.Moderation;

/// <summary>How often somebody may write where a moderator has slowed things down.</summary>
public sealed class SlowMode
{
    readonly Dictionary<string, long> wroteAt = [];

    /// <summary>It is over, or another.</summary>
    public void Reset() => wroteAt.Clear();

    /// <summary>Takes a text of this member, or says for how many milliseconds it has to wait.</summary>
    /// <param name="member">Who writes.</param>
    /// <param name="seconds">Between two texts.</param>
    /// <param name="now">Milliseconds.</param>
    /// <returns>0 when it is taken.</returns>
    public long Take(string member, int seconds, long now)
    {
        if (wroteAt.TryGetValue(member, out var last) && now - last < seconds * 1000L) return seconds * 1000L - (now - last);
        wroteAt[member] = now;
        return 0;
    }
}
