namespace Klapphaus.World.Plans;

/// <summary>A place on a floor in 1/32 tile; x grows to the east, y to the south.</summary>
public readonly record struct Position(int X, int Y)
{
    /// <summary>The column of the tile it is on. A tile owns its western and northern edge.</summary>
    public int TileX => X >> Floor.UnitBits;

    public int TileY => Y >> Floor.UnitBits;

    /// <summary>The middle of a tile.</summary>
    public static Position AtTile(int tileX, int tileY) =>
        new((tileX * Floor.UnitsPerTile) + (Floor.UnitsPerTile / 2), (tileY * Floor.UnitsPerTile) + (Floor.UnitsPerTile / 2));

    /// <summary>In units, as the crow flies.</summary>
    public double DistanceTo(Position other) => Math.Sqrt(SquaredDistanceTo(other));

    public long SquaredDistanceTo(Position other)
    {
        long x = (long)X - other.X;
        long y = (long)Y - other.Y;
        return (x * x) + (y * y);
    }
}
