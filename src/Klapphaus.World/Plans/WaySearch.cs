namespace Klapphaus.World.Plans;

/// <summary>
/// Looks for a short way around corners. The shortest way between two points among tiles bends only at corners that stick
/// out, so it is enough to try the positions that hug those, and of them only the ones near enough to lie on a way that is
/// not too long. Nothing is allocated.
/// </summary>
static class WaySearch
{
    /// <summary>Longer ways than this are not looked for: it bounds the work that a single move can ask for.</summary>
    public const int LongestWay = 16 * Floor.UnitsPerTile;

    // More corners than this within 16 tiles means a plan like a sieve; what lies beyond is then not found, never invented.
    const int MaxBends = 192;

    public static bool Exists(TileGrid blocked, Position from, Position to, int units)
    {
        int length = Math.Min(units, LongestWay);
        if (!blocked.IsFree(from) || !blocked.IsFree(to) || from.DistanceTo(to) > length)
            return false;
        if (blocked.IsClear(from, to))
            return true;

        Span<Position> bends = stackalloc Position[MaxBends];
        Span<double> walked = stackalloc double[MaxBends];
        int count = FindBends(blocked, from, to, length, bends);
        bends = bends[..count];
        walked = walked[..count];
        for (int i = 0; i < count; i++)
            walked[i] = blocked.IsClear(from, bends[i]) ? from.DistanceTo(bends[i]) : double.PositiveInfinity;

        // The nearest bend by way walked plus way left, each visited once; visited ones move to the front.
        for (int visited = 0; visited < count; visited++)
        {
            int next = Best(bends, walked, visited, to);
            if (walked[next] + bends[next].DistanceTo(to) > length)
                return false;
            (bends[visited], bends[next]) = (bends[next], bends[visited]);
            (walked[visited], walked[next]) = (walked[next], walked[visited]);
            if (blocked.IsClear(bends[visited], to))
                return true;
            for (int i = visited + 1; i < count; i++)
            {
                double by = walked[visited] + bends[visited].DistanceTo(bends[i]);
                if (by < walked[i] && by + bends[i].DistanceTo(to) <= length && blocked.IsClear(bends[visited], bends[i]))
                    walked[i] = by;
            }
        }
        return false;
    }

    static int Best(Span<Position> bends, Span<double> walked, int first, Position to)
    {
        int best = first;
        double shortest = double.PositiveInfinity;
        for (int i = first; i < bends.Length; i++)
        {
            double whole = walked[i] + bends[i].DistanceTo(to);
            if (whole < shortest)
                (best, shortest) = (i, whole);
        }
        return best;
    }

    static int FindBends(TileGrid blocked, Position from, Position to, int length, Span<Position> bends)
    {
        // No way of this length gets further than half of it from the middle between its ends.
        int far = (length / 2) + 1;
        (int middleX, int middleY) = ((from.X + to.X) / 2, (from.Y + to.Y) / 2);
        var low = new Position(middleX - far, middleY - far);
        var high = new Position(middleX + far, middleY + far);
        int count = 0;
        // Each corner of the grid lines, with the four tiles around it.
        for (int y = Math.Max(1, low.TileY); y <= Math.Min(blocked.Height - 1, high.TileY + 1); y++)
        {
            for (int x = Math.Max(1, low.TileX); x <= Math.Min(blocked.Width - 1, high.TileX + 1); x++)
            {
                bool northWest = blocked[x - 1, y - 1];
                bool northEast = blocked[x, y - 1];
                bool southWest = blocked[x - 1, y];
                bool southEast = blocked[x, y];
                int taken = (northWest ? 1 : 0) + (northEast ? 1 : 0) + (southWest ? 1 : 0) + (southEast ? 1 : 0);
                if (taken != 1)
                    continue;
                // The corner itself is free to stand on unless it belongs to the taken tile.
                int off = southEast ? 1 : 0;
                var bend = new Position((x * Floor.UnitsPerTile) - off, (y * Floor.UnitsPerTile) - off);
                if (from.DistanceTo(bend) + bend.DistanceTo(to) > length)
                    continue;
                bends[count++] = bend;
                if (count == bends.Length)
                    return count;
            }
        }
        return count;
    }
}
