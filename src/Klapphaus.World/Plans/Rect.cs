namespace Klapphaus.World.Plans;

/// <summary>A rectangle in 1/32 tile. Its western and northern edges belong to it, the other two do not.</summary>
public readonly record struct Rect(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public Position Middle => new(X + (Width / 2), Y + (Height / 2));

    public bool Contains(Position position) =>
        position.X >= X && position.Y >= Y && position.X < Right && position.Y < Bottom;

    /// <summary>In units, to the nearest edge; 0 inside.</summary>
    public double DistanceTo(Position position) => position.DistanceTo(Clamp(position));

    public bool Overlaps(Rect other) =>
        X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>The nearest position that it contains; an empty rectangle counts as its north-western corner.</summary>
    public Position Clamp(Position position) =>
        new(Math.Clamp(position.X, X, Math.Max(X, Right - 1)), Math.Clamp(position.Y, Y, Math.Max(Y, Bottom - 1)));

    /// <summary>The tiles that it touches, row by row; an empty rectangle touches the one it is on.</summary>
    internal IEnumerable<(int X, int Y)> Tiles()
    {
        var last = new Position(Math.Max(X, Right - 1), Math.Max(Y, Bottom - 1));
        for (int y = Y >> Floor.UnitBits; y <= last.TileY; y++)
            for (int x = X >> Floor.UnitBits; x <= last.TileX; x++)
                yield return (x, y);
    }

    internal static Rect OfTile(int tileX, int tileY) =>
        new(tileX * Floor.UnitsPerTile, tileY * Floor.UnitsPerTile, Floor.UnitsPerTile, Floor.UnitsPerTile);
}
