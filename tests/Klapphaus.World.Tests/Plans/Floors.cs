using CsCheck;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

/// <summary>Random little floors and positions on them, with a liking for edges and corners.</summary>
static class Floors
{
    public const int Side = 7;

    internal static Gen<TileGrid> Grids { get; } = Gen.Select(Gen.Int[0, 5].Array[Side * Side], Gen.Int[0, 3]).Select((tiles, density) =>
    {
        var grid = new TileGrid(Side, Side);
        for (int i = 0; i < tiles.Length; i++)
            grid[i % Side, i / Side] = tiles[i] < density;
        return grid;
    });

    public static Gen<Position> Positions { get; } = Gen.Select(Coordinate, Coordinate, (x, y) => new Position(x, y));

    /// <summary>On every eighth unit: where <see cref="SlowLook.WayLength"/> walks.</summary>
    public static Gen<Position> CoarsePositions { get; } =
        Gen.Select(Gen.Int[0, (Side * 4) - 1], Gen.Int[0, (Side * 4) - 1], (x, y) => new Position(x * 8, y * 8));

    internal static string Draw(TileGrid grid) => string.Join('\n', Enumerable.Range(0, Side)
        .Select(y => string.Concat(Enumerable.Range(0, Side).Select(x => grid[x, y] ? '#' : '.'))));

    static Gen<int> Coordinate => Gen.OneOf(
        Gen.Int[0, (Side * 32) - 1],
        Gen.Int[0, Side - 1].Select(tile => tile * 32),
        Gen.Int[0, (Side * 4) - 1].Select(eighth => eighth * 8),
        Gen.Int[1, Side].Select(tile => (tile * 32) - 1));
}
