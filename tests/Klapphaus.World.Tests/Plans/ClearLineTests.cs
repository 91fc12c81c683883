using CsCheck;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

public sealed class ClearLineTests
{
    static readonly FloorPlan Plan = PlanDrawing.Of(
        "..........",
        "..#...o...",
        "..........",
        "....#.....",
        ".....#....",
        "..........",
        "...ee.....").Plan();

    [Fact]
    public void AnOpenFloorIsClearAndAWallIsNot()
    {
        Assert.True(Plan.ClearLine(Position.AtTile(0, 0), Position.AtTile(9, 0)));
        Assert.False(Plan.ClearLine(Position.AtTile(0, 1), Position.AtTile(4, 1)));
        Assert.True(Plan.ClearLine(Position.AtTile(0, 0), Position.AtTile(0, 0)));
    }

    [Fact]
    public void OneSeesOverFurnitureButDoesNotWalkThroughIt()
    {
        Assert.False(Plan.ClearLine(Position.AtTile(5, 1), Position.AtTile(7, 1)));
        Assert.True(Plan.ClearSight(Position.AtTile(5, 1), Position.AtTile(7, 1)));
        Assert.False(Plan.ClearSight(Position.AtTile(1, 1), Position.AtTile(3, 1)));
    }

    [Fact]
    public void NobodySqueezesThroughTheCornerOfTwoWalls()
    {
        // Exactly through the corner at which (4, 3) and (5, 4) meet, and beside it.
        Assert.False(Plan.ClearLine(new(5 * 32 + 5, 4 * 32 - 5), new(5 * 32 - 5, 4 * 32 + 5)));
        Assert.False(Plan.ClearLine(new(5 * 32 + 6, 4 * 32 - 5), new(5 * 32 - 5, 4 * 32 + 5)));
    }

    [Fact]
    public void ALineAlongAWallIsClear()
    {
        // (2, 1) is a wall: its western and northern edges belong to it, the others do not.
        Assert.True(Plan.ClearLine(new(3 * 32, 0), new(3 * 32, 95)));
        Assert.False(Plan.ClearLine(new(2 * 32, 0), new(2 * 32, 95)));
        Assert.True(Plan.ClearLine(new(2 * 32 - 1, 0), new(2 * 32 - 1, 95)));
    }

    [Fact]
    public void NoLineLeavesTheRoom()
    {
        Assert.False(Plan.ClearLine(Position.AtTile(0, 0), new(-1, 16)));
        Assert.False(Plan.ClearLine(new(int.MinValue, int.MaxValue), new(int.MaxValue, int.MinValue)));
    }

    [Fact]
    public void LinesAreClearAsAnExactSlowLookSays() =>
        Gen.Select(Floors.Grids, Floors.Positions, Floors.Positions).Sample((grid, from, to) =>
        {
            bool expected = SlowLook.IsClear(grid, from, to);
            Assert.Equal(expected, grid.IsClear(from, to));
            Assert.Equal(expected, grid.IsClear(to, from));
        }, iter: 10_000);

    [Fact]
    public void EveryPointOfAClearLineIsFree() =>
        Gen.Select(Floors.Grids, Floors.Positions, Floors.Positions, Gen.Int[1, 63]).Sample((grid, from, to, part) =>
        {
            if (!grid.IsClear(from, to))
                return;
            (int x, int y) = ((to.X - from.X) * part, (to.Y - from.Y) * part);
            var between = new Position(from.X + (int)Math.Floor(x / 64.0), from.Y + (int)Math.Floor(y / 64.0));
            Assert.True(grid.IsFree(between), $"{between} on the way from {from} to {to}");
        }, iter: 10_000);
}
