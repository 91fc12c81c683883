using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>A straight piece of a walk, at walking speed.</summary>
readonly record struct Leg(Position From, Position To, long StartedAt)
{
    public TimeSpan Duration => TimeSpan.FromSeconds(From.DistanceTo(To) * Protocol.UnitsPerTile / Protocol.WalkingSpeed);

    public Position Where(TimeSpan elapsed)
    {
        var part = Duration > TimeSpan.Zero ? Math.Clamp(elapsed / Duration, 0, 1) : 1;
        return new((int)Math.Round(From.X + ((To.X - From.X) * part)), (int)Math.Round(From.Y + ((To.Y - From.Y) * part)));
    }
}
