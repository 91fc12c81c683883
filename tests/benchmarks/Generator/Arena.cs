namespace Klapphaus.Benchmarks.Generator;

/// <summary>The ground that both workloads walk on: a square of 100 x 100 tiles, positions in 1/32 tile.</summary>
static class Arena
{
    public const int Tile = 32;
    public const int Side = 100 * Tile;

    /// <summary>How far a client must see, east to west and north to south alike.</summary>
    public const int Radius = 12 * Tile;

    /// <summary>What is judged is at least a tile within the edge of sight, where server and generator may rightly disagree.</summary>
    public const int JudgedRadius = Radius - Tile;

    /// <summary>Units per second.</summary>
    public const double Speed = 4.0 * Tile;

    /// <summary>Directions are 0 to 254 in 1/255 turn, or this.</summary>
    public const int Standing = 255;

    static readonly (double Cos, double Sin)[] directions =
        [.. Enumerable.Range(0, Standing).Select(d => Math.SinCos(d * Math.Tau / Standing)).Select(d => (d.Cos, d.Sin))];

    /// <summary>Of a heading in radians.</summary>
    public static int DirectionOf(double heading) => (int)Math.Round((heading % Math.Tau + Math.Tau) % Math.Tau / Math.Tau * Standing) % Standing;

    /// <summary>Where somebody is who walked on in a direction; who stands stays.</summary>
    public static (double X, double Y) Ahead(int x, int y, int direction, double seconds)
    {
        if (direction >= Standing) return (x, y);
        var (cos, sin) = directions[direction];
        return (x + cos * Speed * seconds, y + sin * Speed * seconds);
    }

    public static int Within(double coordinate) => (int)Math.Clamp(coordinate, 0, Side - 1);
}
