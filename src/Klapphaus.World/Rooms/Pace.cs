using Klapphaus.World.Plans;

namespace Klapphaus.World.Rooms;

/// <summary>
/// How far an avatar may have come since it was last heard of: a bucket of way that fills while time goes by and empties by walking. Messages
/// come late and in bursts, so a single step may be long; over time nobody is faster than the pace of the house.
/// </summary>
public struct Pace
{
    /// <summary>Units per second at which everybody walks: 4 m/s, since a fair hall is large.</summary>
    public const int Speed = 4 * Floor.UnitsPerTile;

    /// <summary>Clocks differ and timers jitter: a tenth more than the pace is still walking.</summary>
    const double Tolerance = 1.1;

    /// <summary>
    /// What somebody who stands may come forward at once: three quarters of a second of walking. On a poor line, and in a house that has just started,
    /// the word of starting comes together with the one half a second later, and that one is a little late by itself.
    /// </summary>
    public const int StandingReserve = Speed * 3 / 4;

    /// <summary>The longest way granted at once to somebody who walks: two seconds in which the network held everything back.</summary>
    public const int WalkingReserve = 2 * Speed;

    double way;
    long since;

    /// <summary>The way that somebody who keeps walking makes in so many milliseconds, in units.</summary>
    public static double WayIn(long milliseconds) => Math.Max(0, milliseconds) * (Speed * Tolerance / 1000);

    /// <summary>Starts at rest.</summary>
    /// <param name="now">Milliseconds on the room's clock.</param>
    public static Pace At(long now) => new() { way = StandingReserve, since = now };

    /// <summary>The way that may be walked until <paramref name="now"/>, in units.</summary>
    public readonly double Allows(long now, bool walking) =>
        Math.Min(walking ? WalkingReserve : StandingReserve, way + WayIn(now - since));

    /// <summary>Takes <paramref name="units"/> out of the bucket.</summary>
    public void Spend(double units, long now, bool walking)
    {
        way = Math.Max(0, Allows(now, walking) - units);
        since = Math.Max(since, now);
    }
}
