using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>A place on a floor plan, in 1/32 tile from its north-west corner.</summary>
public readonly record struct Position(int X, int Y)
{
    public double TileX => X / (double)Protocol.UnitsPerTile;
    public double TileY => Y / (double)Protocol.UnitsPerTile;

    /// <summary>The place that is <paramref name="x"/>, <paramref name="y"/> tiles from the corner; 3.5 is the middle of the fourth tile.</summary>
    public static Position FromTiles(double x, double y) =>
        new((int)Math.Round(x * Protocol.UnitsPerTile), (int)Math.Round(y * Protocol.UnitsPerTile));

    /// <summary>In tiles.</summary>
    public double DistanceTo(Position other)
    {
        double dx = other.X - X, dy = other.Y - Y;
        return Math.Sqrt((dx * dx) + (dy * dy)) / Protocol.UnitsPerTile;
    }

    /// <summary>The heading, 0 to 254, of somebody who walks from here to <paramref name="other"/>; standing when it is the same place.</summary>
    public int HeadingTo(Position other)
    {
        if (other == this)
            return Protocol.Standing;
        var turn = Math.Atan2(other.Y - Y, other.X - X) / Math.Tau;
        var heading = (int)Math.Round(turn * Protocol.HeadingsPerTurn);
        return (heading + Protocol.HeadingsPerTurn) % Protocol.HeadingsPerTurn;
    }

    public override string ToString() => $"({TileX:0.00}, {TileY:0.00})";
}
