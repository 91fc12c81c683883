using CsCheck;
using Klapphaus.Contracts;
using Xunit;

namespace Klapphaus.Client.Tests;

public sealed class WayFinderTests
{
    // Sparse to dense, so that both ways and dead ends are common.
    static readonly Gen<string[]> Maps =
        from width in Gen.Int[1, 24]
        from height in Gen.Int[1, 24]
        from density in Gen.Int[0, 6]
        from tiles in Gen.Int[0, 11].Array[width * height]
        select Enumerable.Range(0, height)
            .Select(y => string.Concat(Enumerable.Range(0, width).Select(x => tiles[(y * width) + x] >= density ? '.' : x % 2 == 0 ? '#' : '+')))
            .ToArray();

    static readonly Gen<(string[] Map, Position From, Position To)> Errands =
        from map in Maps
        from fromX in Gen.Int[0, (map[0].Length * Protocol.UnitsPerTile) - 1]
        from fromY in Gen.Int[0, (map.Length * Protocol.UnitsPerTile) - 1]
        from toX in Gen.Int[0, (map[0].Length * Protocol.UnitsPerTile) - 1]
        from toY in Gen.Int[0, (map.Length * Protocol.UnitsPerTile) - 1]
        select (map, new Position(fromX, fromY), new Position(toX, toY));

    [Fact]
    public void FindsAWayWheneverThereIsOneAndNeverThroughAWall() => Errands.Sample(errand =>
    {
        var (map, from, to) = errand;
        var way = new WayFinder(Plans.Draw(map)).Find(from, to);
        Assert.Equal(Floods(map, from, to), way is not null);
        if (way is null)
            return;
        Assert.Equal(to, way.Count > 0 ? way[^1] : from);
        for (var i = 0; i < way.Count; i++)
            AssertOnFloor(map, i == 0 ? from : way[i - 1], way[i]);
    }, iter: 4000, print: errand => $"{errand.From} to {errand.To}\n{string.Join('\n', errand.Map)}");

    [Fact]
    public void OpenFloorIsCrossedStraight() =>
        Assert.Equal([Position.FromTiles(9.5, 7.25)], new WayFinder(Plans.Empty(20, 20)).Find(Position.FromTiles(1.1, 2.2), Position.FromTiles(9.5, 7.25)));

    [Fact]
    public void WayAroundAWallIsTheShortestOverTheMiddlesOfTiles()
    {
        var finder = new WayFinder(Plans.Draw("...........", "...........", "...........", "#########..", "...........", "...........", "..........."));
        var (from, to) = (Position.FromTiles(0.5, 2.5), Position.FromTiles(0.5, 4.5));
        var way = finder.Find(from, to)!;
        var length = way.Zip(way.Prepend(from), (a, b) => a.DistanceTo(b)).Sum();
        // Nine tiles to the gap, two through it, nine back.
        Assert.InRange(length, 17, 20);
    }

    [Fact]
    public void NobodySqueezesThroughACorner() =>
        Assert.Null(new WayFinder(Plans.Draw(".#", "#.")).Find(Position.FromTiles(0.5, 0.5), Position.FromTiles(1.5, 1.5)));

    [Theory]
    [InlineData(-1, 0.5)]
    [InlineData(0.5, 9)]
    [InlineData(1.5, 0.5)]
    public void NoWayLeadsIntoAWallOrOutOfTheHouse(double x, double y) =>
        Assert.Null(new WayFinder(Plans.Draw(".#", "..")).Find(Position.FromTiles(0.5, 0.5), Position.FromTiles(x, y)));

    // Without cutting corners, what can be reached is what can be reached in straight steps.
    static bool Floods(string[] map, Position from, Position to)
    {
        var (start, goal) = (TileOf(from), TileOf(to));
        if (map[start.Y][start.X] != '.' || map[goal.Y][goal.X] != '.')
            return false;
        HashSet<(int X, int Y)> seen = [start];
        Queue<(int X, int Y)> edge = new(seen);
        while (edge.TryDequeue(out var tile))
        {
            foreach (var next in new[] { (tile.X + 1, tile.Y), (tile.X - 1, tile.Y), (tile.X, tile.Y + 1), (tile.X, tile.Y - 1) })
            {
                if (next.Item1 >= 0 && next.Item2 >= 0 && next.Item1 < map[0].Length && next.Item2 < map.Length
                    && map[next.Item2][next.Item1] == '.' && seen.Add(next))
                    edge.Enqueue(next);
            }
        }
        return seen.Contains(goal);
    }

    static void AssertOnFloor(string[] map, Position from, Position to)
    {
        // Four looks in each 1/32 tile.
        var looks = 4 * Math.Max(1, Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)));
        for (var i = 0; i <= looks; i++)
        {
            var x = (from.X + ((to.X - from.X) * (double)i / looks)) / Protocol.UnitsPerTile;
            var y = (from.Y + ((to.Y - from.Y) * (double)i / looks)) / Protocol.UnitsPerTile;
            if (map[(int)y][(int)x] != '.')
                Assert.Fail($"{from} to {to} leads through the tile {(int)x}, {(int)y}.");
        }
    }

    static (int X, int Y) TileOf(Position position) => (position.X / Protocol.UnitsPerTile, position.Y / Protocol.UnitsPerTile);
}
