using Klapphaus.Contracts;

namespace Klapphaus.Server.Rooms;

/// <summary>A floor cut into square cells, numbered row by row.</summary>
sealed class CellGrid
{
    const int Size = AvatarsMoved.CellTiles * Protocol.UnitsPerTile;

    readonly int columns;
    readonly int rows;

    /// <param name="width">In tiles.</param>
    /// <param name="height">In tiles.</param>
    public CellGrid(int width, int height)
    {
        columns = (width + AvatarsMoved.CellTiles - 1) / AvatarsMoved.CellTiles;
        rows = (height + AvatarsMoved.CellTiles - 1) / AvatarsMoved.CellTiles;
    }

    public int Count => columns * rows;

    /// <summary>The cell of a position in 1/32 tile; outside the floor it is the nearest.</summary>
    public int At(int x, int y) => Math.Clamp(y / Size, 0, rows - 1) * columns + Math.Clamp(x / Size, 0, columns - 1);

    public (int Column, int Row) Place(int cell) => (cell % columns, cell / columns);

    /// <summary>Whether one cell is in sight from another. Sight 0 is the whole room.</summary>
    public bool Sees(int from, int to, int sight) =>
        sight == 0 || Math.Abs(from / columns - to / columns) <= sight && Math.Abs(from % columns - to % columns) <= sight;

    /// <summary>How many columns or rows lie between two cells, whichever is more: 1 for a neighbour.</summary>
    public int Between(int from, int to) => Math.Max(Math.Abs(from / columns - to / columns), Math.Abs(from % columns - to % columns));

    /// <summary>Which of the <see cref="Surroundings"/> of one cell another is, that is in sight from it.</summary>
    public int IndexIn(int from, int to, int sight)
    {
        if (sight == 0) return to;
        var (left, top) = (Math.Max(0, from % columns - sight), Math.Max(0, from / columns - sight));
        var width = Math.Min(columns - 1, from % columns + sight) - left + 1;
        return (to / columns - top) * width + to % columns - left;
    }

    /// <summary>For each cell the cells in sight from it, row by row.</summary>
    public int[][] Surroundings(int sight)
    {
        if (sight == 0)
        {
            int[] all = [.. Enumerable.Range(0, Count)];
            return [.. Enumerable.Repeat(all, Count)];
        }
        return [.. Enumerable.Range(0, Count).Select(from => Enumerable.Range(0, Count).Where(to => Sees(from, to, sight)).ToArray())];
    }
}
