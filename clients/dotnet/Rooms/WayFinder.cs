using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>
/// Finds short ways around walls and furniture: A* over the tiles, straight and diagonal but never across a corner, then drawn tight.
/// </summary>
public sealed class WayFinder(FloorPlanView plan)
{
    // A quarter of a tile to each side: headings are rounded to 1/255 turn, so a walker strays a little between two moves.
    const double Clearance = 0.25 * Protocol.UnitsPerTile;
    const int Straight = 5, Diagonal = 7;

    static readonly (int X, int Y)[] Neighbours = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)];

    readonly PlanTiles tiles = new(plan);

    public bool IsFree(Position position) => position is { X: >= 0, Y: >= 0 } && tiles.IsFree(TileOf(position.X), TileOf(position.Y));

    /// <summary>The turning points of a way, without its start and with its end; null when none leads there.</summary>
    public IReadOnlyList<Position>? Find(Position from, Position to)
    {
        if (!IsFree(from) || !IsFree(to))
            return null;
        if (FindTiles(IndexOf(from), IndexOf(to)) is not { } path)
            return null;
        // From where one stands to the middle of one's own tile, and in the last from its middle to the place, there is always a way.
        Position[] way = [from, .. path.Select(MiddleOf), to];
        return DrawTight(way);
    }

    /// <summary>Whether one can walk straight from one place to another with a little room on both sides.</summary>
    public bool IsClear(Position from, Position to)
    {
        const int unit = Protocol.UnitsPerTile;
        double low = Math.Min(from.Y, to.Y) - Clearance, high = Math.Max(from.Y, to.Y) + Clearance;
        for (var y = (int)Math.Floor(low / unit); y <= (int)Math.Floor(high / unit); y++)
        {
            // The part of the line that comes near this row of tiles, and the tiles it comes near there.
            if (Within(from, to, (y * unit) - Clearance, ((y + 1) * unit) + Clearance) is not var (left, right))
                continue;
            for (var x = (int)Math.Floor((left - Clearance) / unit); x <= (int)Math.Floor((right + Clearance) / unit); x++)
            {
                if (!tiles.IsFree(x, y))
                    return false;
            }
        }
        return true;
    }

    static (double Left, double Right)? Within(Position from, Position to, double top, double bottom)
    {
        double start = 0, end = 1, dy = to.Y - from.Y;
        if (dy == 0)
        {
            if (from.Y < top || from.Y > bottom)
                return null;
        }
        else
        {
            var (a, b) = ((top - from.Y) / dy, (bottom - from.Y) / dy);
            (start, end) = (Math.Max(0, Math.Min(a, b)), Math.Min(1, Math.Max(a, b)));
            if (start > end)
                return null;
        }
        double dx = to.X - from.X;
        var (x1, x2) = (from.X + (dx * start), from.X + (dx * end));
        return (Math.Min(x1, x2), Math.Max(x1, x2));
    }

    List<Position> DrawTight(Position[] way)
    {
        List<Position> tight = [];
        for (int at = 0, next; at < way.Length - 1; at = next)
        {
            next = at + 1;
            // As far as one sees from here; a step further may be clear again behind an obstacle, but not by much.
            while (next + 1 < way.Length && IsClear(way[at], way[next + 1]))
                next++;
            if (way[next] != way[at])
                tight.Add(way[next]);
        }
        return tight;
    }

    List<int>? FindTiles(int start, int goal)
    {
        var cost = new int[tiles.Width * tiles.Height];
        Array.Fill(cost, int.MaxValue);
        var cameFrom = new int[cost.Length];
        var open = new PriorityQueue<int, int>();
        cost[start] = 0;
        open.Enqueue(start, Estimate(start, goal));
        while (open.TryDequeue(out var tile, out var total))
        {
            if (tile == goal)
                return Trace(cameFrom, start, goal);
            if (total > cost[tile] + Estimate(tile, goal))
                continue;
            var (x, y) = (tile % tiles.Width, tile / tiles.Width);
            foreach (var (dx, dy) in Neighbours)
            {
                // With both sides of a diagonal free, nobody walks across a corner; for a straight step the two are the step itself.
                if (!tiles.IsFree(x + dx, y + dy) || !tiles.IsFree(x + dx, y) || !tiles.IsFree(x, y + dy))
                    continue;
                var next = ((y + dy) * tiles.Width) + x + dx;
                var reached = cost[tile] + (dx != 0 && dy != 0 ? Diagonal : Straight);
                if (reached >= cost[next])
                    continue;
                (cost[next], cameFrom[next]) = (reached, tile);
                open.Enqueue(next, reached + Estimate(next, goal));
            }
        }
        return null;
    }

    int Estimate(int from, int to)
    {
        var dx = Math.Abs((from % tiles.Width) - (to % tiles.Width));
        var dy = Math.Abs((from / tiles.Width) - (to / tiles.Width));
        return (Straight * Math.Abs(dx - dy)) + (Diagonal * Math.Min(dx, dy));
    }

    static List<int> Trace(int[] cameFrom, int start, int goal)
    {
        List<int> path = [goal];
        while (path[^1] != start)
            path.Add(cameFrom[path[^1]]);
        path.Reverse();
        return path;
    }

    static int TileOf(int units) => units / Protocol.UnitsPerTile;

    int IndexOf(Position position) => (TileOf(position.Y) * tiles.Width) + TileOf(position.X);

    Position MiddleOf(int tile) => Position.FromTiles((tile % tiles.Width) + 0.5, (tile / tiles.Width) + 0.5);
}
