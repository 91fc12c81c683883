namespace Klapphaus.World.Plans;

/// <summary>
/// How far it is on foot from a tile of a room to each other, in metres: from the middle of one tile to that of the next, in eight directions, never across the
/// corner of a taken tile. It is what people are told, to the metre, and not what anybody is held to.
/// </summary>
sealed class WalkField
{
    static readonly double diagonal = Math.Sqrt(2);

    readonly int width;
    readonly double[] metres;

    WalkField(TileGrid blocked)
    {
        width = blocked.Width;
        metres = new double[blocked.Width * blocked.Height];
        Array.Fill(metres, double.PositiveInfinity);
    }

    /// <summary>From that tile, which has to be free for anything to be reached.</summary>
    public static WalkField From(TileGrid blocked, int tileX, int tileY)
    {
        var field = new WalkField(blocked);
        if (!blocked[tileX, tileY]) field.Spread(blocked, tileX, tileY);
        return field;
    }

    /// <summary>To the nearest tile that a rectangle touches; infinite when none of them is reached.</summary>
    public double To(Rect rect)
    {
        var nearest = double.PositiveInfinity;
        foreach (var (x, y) in rect.Tiles())
            if ((uint)x < (uint)width && (uint)y < (uint)(metres.Length / width)) nearest = Math.Min(nearest, metres[y * width + x]);
        return nearest;
    }

    void Spread(TileGrid blocked, int tileX, int tileY)
    {
        var open = new PriorityQueue<(int X, int Y), double>();
        Visit(tileX, tileY, 0);
        while (open.TryDequeue(out var tile, out var walked))
        {
            if (walked > metres[tile.Y * width + tile.X]) continue; // a shorter way was found meanwhile
            for (var y = -1; y <= 1; y++)
                for (var x = -1; x <= 1; x++)
                    if (!blocked[tile.X + x, tile.Y] && !blocked[tile.X, tile.Y + y]) Visit(tile.X + x, tile.Y + y, walked + (x != 0 && y != 0 ? diagonal : 1));
        }

        void Visit(int x, int y, double walked)
        {
            if (blocked[x, y] || walked >= metres[y * width + x]) return;
            metres[y * width + x] = walked;
            open.Enqueue((x, y), walked);
        }
    }
}
