namespace Klapphaus.Benchmarks.Peers;

/// <summary>
/// The grid by which the .NET peers decide who hears of whom, as the node peers do: a cell is one view radius (12 tiles) wide, and a client listens to the
/// nine cells around it.
/// </summary>
static class ArenaGrid
{
    const int Tile = 32;
    const int Cell = 12 * Tile;
    const int Columns = (100 * Tile + Cell - 1) / Cell;

    public const int Cells = Columns * Columns;
    public const int Standing = 255;
    public const int TickMs = 50;

    static readonly int[][] around =
        [.. Enumerable.Range(0, Cells).Select(cell => Enumerable.Range(0, Cells).Where(other => Adjacent(cell, other)).ToArray())];

    /// <summary>Workload stroll: people stand, too, so a client gets the state of the cells that come into its view.</summary>
    public static bool Snapshot { get; } = Environment.GetEnvironmentVariable("SNAPSHOT") == "1";

    public static int Port { get; } = int.Parse(Environment.GetEnvironmentVariable("PORT") ?? throw new InvalidOperationException("PORT is not set."));

    public static int CellOf(int x, int y) => Math.Min(Columns - 1, y / Cell) * Columns + Math.Min(Columns - 1, x / Cell);

    public static int[] Around(int cell) => around[cell];

    public static bool Adjacent(int one, int other) =>
        Math.Abs(one / Columns - other / Columns) <= 1 && Math.Abs(one % Columns - other % Columns) <= 1;
}
