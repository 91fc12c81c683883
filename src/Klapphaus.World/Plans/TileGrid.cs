namespace Klapphaus.World.Plans;

/// <summary>Tiles that are taken. Everything around the grid is taken too: a room needs no drawn outer wall.</summary>
sealed class TileGrid(int width, int height)
{
    readonly bool[] _taken = new bool[width * height];

    public int Width { get; } = width;

    public int Height { get; } = height;

    public bool this[int tileX, int tileY]
    {
        get => (uint)tileX >= (uint)Width || (uint)tileY >= (uint)Height || _taken[(tileY * Width) + tileX];
        set => _taken[(tileY * Width) + tileX] = value;
    }

    public bool IsFree(Position position) => !this[position.TileX, position.TileY];

    public static TileGrid Union(TileGrid one, TileGrid other)
    {
        var both = new TileGrid(one.Width, one.Height);
        for (int i = 0; i < both._taken.Length; i++)
            both._taken[i] = one._taken[i] || other._taken[i];
        return both;
    }

    /// <summary>One bit a tile, row by row, lowest bit first.</summary>
    public byte[] ToBits()
    {
        byte[] bits = new byte[(_taken.Length + 7) / 8];
        for (int i = 0; i < _taken.Length; i++)
            if (_taken[i])
                bits[i >> 3] |= (byte)(1 << (i & 7));
        return bits;
    }

    /// <summary>
    /// Whether every point of the straight segment is on a free tile, where a tile owns its western and northern edge, as for
    /// <see cref="IsFree"/>. So whoever is carried along a clear line stands free at every instant. One more rule, for the case
    /// in which no point of the segment is on a taken tile and yet nobody could squeeze through: it must not pass the very
    /// corner at which two taken tiles meet. The answer is the same in both directions, and exact: whole numbers only.
    /// </summary>
    public bool IsClear(Position from, Position to)
    {
        if (!IsFree(from) || !IsFree(to))
            return false;
        if (from.TileX == to.TileX)
            return IsColumnFree(from.TileX, Math.Min(from.TileY, to.TileY), Math.Max(from.TileY, to.TileY));

        (Position west, Position east) = from.X < to.X ? (from, to) : (to, from);
        int run = east.X - west.X;
        int rise = east.Y - west.Y;
        int column = west.TileX;
        // Rows are floors of fractions with this denominator. Both ends are inside the room, so all products fit.
        int denominator = run * Floor.UnitsPerTile;
        int enteredRow = west.TileY;
        for (; column < east.TileX; column++)
        {
            int edge = (column + 1) * Floor.UnitsPerTile;
            int crossing = (west.Y * run) + (rise * (edge - west.X));
            int row = crossing / denominator;
            // Coming from the north-west exactly onto a corner: the tile below is only approached, never entered.
            bool onCorner = rise > 0 && row * denominator == crossing;
            if (onCorner && this[column, row] && this[column + 1, row - 1])
                return false;
            int leftRow = onCorner ? row - 1 : row;
            if (!IsColumnFree(column, Math.Min(enteredRow, leftRow), Math.Max(enteredRow, leftRow)))
                return false;
            enteredRow = row;
        }
        return IsColumnFree(column, Math.Min(enteredRow, east.TileY), Math.Max(enteredRow, east.TileY));
    }

    bool IsColumnFree(int tileX, int firstRow, int lastRow)
    {
        for (int row = firstRow; row <= lastRow; row++)
            if (_taken[(row * Width) + tileX])
                return false;
        return true;
    }
}
