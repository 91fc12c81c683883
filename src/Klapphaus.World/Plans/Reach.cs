namespace Klapphaus.World.Plans;

/// <summary>Which tiles one can walk to.</summary>
static class Reach
{
    /// <summary>Everything that is not reached from the start counts as taken in the grid that is returned.</summary>
    public static TileGrid From(IEnumerable<(int X, int Y)> starts, TileGrid blocked)
    {
        var unreached = new TileGrid(blocked.Width, blocked.Height);
        for (int y = 0; y < blocked.Height; y++)
            for (int x = 0; x < blocked.Width; x++)
                unreached[x, y] = true;

        var open = new Stack<(int X, int Y)>();
        foreach ((int x, int y) in starts)
            Visit(x, y);
        // Four neighbours are enough: between two taken tiles that meet at a corner nobody gets through.
        while (open.TryPop(out (int X, int Y) tile))
        {
            Visit(tile.X - 1, tile.Y);
            Visit(tile.X + 1, tile.Y);
            Visit(tile.X, tile.Y - 1);
            Visit(tile.X, tile.Y + 1);
        }
        return unreached;

        void Visit(int x, int y)
        {
            if (blocked[x, y] || !unreached[x, y])
                return;
            unreached[x, y] = false;
            open.Push((x, y));
        }
    }
}
