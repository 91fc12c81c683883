using CsCheck;
using Klapphaus.Contracts;
using Klapphaus.Server.Rooms;

namespace Klapphaus.Server.Tests.Rooms;

public sealed class SightTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(60, 0)]
    [InlineData(61, 4)]
    [InlineData(150, 4)]
    [InlineData(151, 2)]
    [InlineData(5000, 2)]
    public void FullerRoomsHaveANearerEdge(int people, int cells)
    {
        var sight = new Sight();
        Assert.Equal(cells != 0, sight.Adjust(people));
        Assert.Equal(cells, sight.Cells);
    }

    [Fact]
    public void SightWidensOnlyWhenAQuarterFewerAreThere()
    {
        var sight = new Sight();
        sight.Adjust(151);
        Assert.False(sight.Adjust(150));
        Assert.False(sight.Adjust(112)); // 150 less a quarter is 112.5, in whole people 112
        Assert.True(sight.Adjust(111));
        Assert.Equal(4, sight.Cells);
        Assert.False(sight.Adjust(45));
        Assert.True(sight.Adjust(44));
        Assert.Equal(0, sight.Cells);
    }

    [Fact]
    public void OneWhoComesAndGoesAtAThresholdChangesNothing()
    {
        var sight = new Sight();
        Assert.True(sight.Adjust(61));
        for (var i = 0; i < 10; i++) Assert.False(sight.Adjust(60 + i % 2));
    }

    [Fact]
    public void EmptiedRoomIsSeenWholeAtOnce()
    {
        var sight = new Sight();
        sight.Adjust(1000);
        Assert.True(sight.Adjust(1));
        Assert.Equal(0, sight.Cells);
    }
}

public sealed class CellGridTests
{
    const int Cell = AvatarsMoved.CellTiles * Protocol.UnitsPerTile;

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(Cell - 1, 0, 0)]
    [InlineData(Cell, 0, 1)]
    [InlineData(0, Cell, 3)]
    [InlineData(3 * Cell, 3 * Cell, 5)] // outside of 13 x 7 tiles: the nearest
    [InlineData(-5, -500, 0)]
    public void CellsAreNumberedRowByRow(int x, int y, int expected) => Assert.Equal(expected, new CellGrid(13, 7).At(x, y));

    [Fact]
    public void FloorIsCoveredToItsLastTile() => Assert.Equal((6, 4, 1, 484), (new CellGrid(13, 7).Count, new CellGrid(12, 12).Count, new CellGrid(4, 4).Count, new CellGrid(128, 128).Count));

    [Fact]
    public void SurroundingsAreExactlyTheCellsInSight() => Gen.Select(Gen.Int[4, 128], Gen.Int[4, 128], Gen.Int[0, 4]).Sample((width, height, sight) =>
    {
        var grid = new CellGrid(width, height);
        var surroundings = grid.Surroundings(sight);
        Assert.Equal(grid.Count, surroundings.Length);
        var columns = (width + 5) / 6;
        for (var from = 0; from < grid.Count; from++)
        {
            var expected = Enumerable.Range(0, grid.Count).Where(to =>
                sight == 0 || Math.Max(Math.Abs(from % columns - to % columns), Math.Abs(from / columns - to / columns)) <= sight);
            Assert.Equal(expected, surroundings[from].Order());
        }
    }, iter: 60);

    [Fact]
    public void WhoSeesIsSeen() => Gen.Select(Gen.Int[0, 483], Gen.Int[0, 483], Gen.Int[0, 4]).Sample((one, other, sight) =>
    {
        var grid = new CellGrid(128, 128);
        return grid.Sees(one, other, sight) == grid.Sees(other, one, sight);
    });
}
