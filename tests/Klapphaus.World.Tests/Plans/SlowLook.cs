using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

/// <summary>The same answers as the rules give, found the slow and obvious way.</summary>
static class SlowLook
{
    /// <summary>
    /// Looks at every point at which the segment meets a grid line and once between each two of them, all as exact fractions. A step from a
    /// tile to one diagonally next to it needs one of the two tiles beside to be free.
    /// </summary>
    internal static bool IsClear(TileGrid grid, Position from, Position to)
    {
        (long dx, long dy) = (to.X - from.X, to.Y - from.Y);
        // Moments are fractions of this common denominator; twice of it, so that the middle of two is whole.
        long whole = 2 * Math.Max(1, Math.Abs(dx)) * Math.Max(1, Math.Abs(dy));
        var moments = new SortedSet<long> { 0, whole };
        for (int line = 0; line <= Floors.Side * 32; line += 32)
        {
            AddMeeting(from.X, dx, line);
            AddMeeting(from.Y, dy, line);
        }
        List<long> all = [.. moments];
        all.AddRange([.. all.Zip(all.Skip(1), (one, next) => (one + next) / 2)]);
        all.Sort();

        (long X, long Y)? last = null;
        foreach (long moment in all)
        {
            (long X, long Y) tile = (FloorOf((from.X * whole) + (dx * moment), whole * 32), FloorOf((from.Y * whole) + (dy * moment), whole * 32));
            if (grid[(int)tile.X, (int)tile.Y])
                return false;
            if (last is { } old && old.X != tile.X && old.Y != tile.Y && grid[(int)old.X, (int)tile.Y] && grid[(int)tile.X, (int)old.Y])
                return false;
            last = tile;
        }
        return true;

        void AddMeeting(long start, long run, long line)
        {
            if (run != 0 && (line - start) * whole / run is var moment && moment >= 0 && moment <= whole)
                moments.Add(moment);
        }
    }

    /// <summary>The shortest way over a grid of points eight units apart, to each of eight neighbours; infinite when there is none.</summary>
    internal static double WayLength(TileGrid grid, Position from, Position to)
    {
        if (!grid.IsFree(from))
            return double.PositiveInfinity;
        var walked = new Dictionary<Position, double> { [from] = 0 };
        var open = new PriorityQueue<Position, double>([(from, 0)]);
        while (open.TryDequeue(out Position here, out double length))
        {
            if (here == to)
                return length;
            if (length > walked[here])
                continue;
            for (int i = 0; i < 9; i++)
            {
                var next = new Position(here.X + (((i % 3) - 1) * 8), here.Y + (((i / 3) - 1) * 8));
                double by = length + here.DistanceTo(next);
                if (by < walked.GetValueOrDefault(next, double.PositiveInfinity) && IsClear(grid, here, next))
                {
                    walked[next] = by;
                    open.Enqueue(next, by);
                }
            }
        }
        return double.PositiveInfinity;
    }

    static long FloorOf(long numerator, long denominator) => (numerator - (((numerator % denominator) + denominator) % denominator)) / denominator;
}
