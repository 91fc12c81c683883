using CsCheck;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

public sealed class WayWithinTests
{
    static readonly FloorPlan Plan = PlanDrawing.Of(
        "..........",
        "....#.....",
        "....#.....",
        "....#.....",
        "....#..oo.",
        "######.o..",
        "ee....#...").Plan();

    [Fact]
    public void AWayAroundACornerIsFoundWhenItIsLongEnough()
    {
        Position west = Position.AtTile(3, 1);
        Position east = Position.AtTile(5, 1);

        Assert.False(Plan.ClearLine(west, east));
        // Up along the wall, one tile over its head, down again: twice the way to the corner, and across.
        Assert.False(Plan.WayWithin(west, east, 72));
        Assert.True(Plan.WayWithin(west, east, 84));
    }

    [Fact]
    public void AWayThatHugsTheCornerIsAccepted()
    {
        Position below = new((4 * 32) - 1, 40);
        Position beyond = new((5 * 32) + 8, 31);

        Assert.True(Plan.WayWithin(below, beyond, 9 + 41));
        Assert.False(Plan.WayWithin(below, beyond, 9 + 40));
    }

    [Fact]
    public void AWayThatSwingsFarOutSidewaysIsFound()
    {
        FloorPlan plan = PlanDrawing.Of(".....", ".....", ".#...", "#.#..", ".....", ".....", "ee...").Plan();

        Assert.True(plan.WayWithin(new(8, 48), new(8, 208), 255));
        Assert.False(plan.WayWithin(new(8, 48), new(8, 208), 254));
    }

    [Fact]
    public void NoLengthIsEnoughThroughAWallOrBetweenTwoCorners()
    {
        Assert.False(Plan.WayWithin(Position.AtTile(0, 4), Position.AtTile(0, 6), 10_000));
        Assert.False(Plan.WayWithin(Position.AtTile(6, 5), Position.AtTile(5, 6), 10_000));
    }

    [Fact]
    public void LongerWaysThanSixteenTilesAreNotLookedFor()
    {
        string[] rows = ["#########################", "#.......................#", "#.#####################.#", "#e#...................#.#", "#########################"];
        FloorPlan plan = PlanDrawing.Of(rows).Plan();

        Assert.False(plan.WayWithin(Position.AtTile(1, 3), Position.AtTile(23, 3), int.MaxValue));
        Assert.True(plan.WayWithin(Position.AtTile(1, 3), Position.AtTile(10, 1), int.MaxValue));
        Assert.False(plan.WayWithin(Position.AtTile(1, 3), Position.AtTile(1, 3), -1));
    }

    [Fact]
    public void WaysAreFoundExactlyWhereASlowSearchFindsThem() =>
        Gen.Select(Floors.Grids, Floors.CoarsePositions, Floors.CoarsePositions).Sample((grid, from, to) =>
        {
            double slow = SlowLook.WayLength(grid, from, to);
            bool any = WaySearch.Exists(grid, from, to, WaySearch.LongestWay);
            if (double.IsInfinity(slow))
            {
                Assert.False(any);
                return;
            }
            if (slow <= WaySearch.LongestWay)
                Assert.True(WaySearch.Exists(grid, from, to, (int)Math.Ceiling(slow)), $"a way of {slow} was not found on\n{Floors.Draw(grid)}");
            // A walk to eight neighbours is at most 8.3 % too long, and stays up to seven units away from each corner that it rounds.
            int tooShort = (int)((slow / 1.0824) - 100);
            if (tooShort > 0)
                Assert.False(WaySearch.Exists(grid, from, to, tooShort), $"a way of {tooShort} was made up where {slow} are needed on\n{Floors.Draw(grid)}");
        }, iter: 100);

    [Fact]
    public void NoWayLeadsToAnotherPartOfTheFloor() =>
        Gen.Select(Floors.Grids, Floors.Positions, Floors.Positions).Sample((grid, from, to) =>
        {
            if (!grid.IsFree(from) || !grid.IsFree(to))
            {
                Assert.False(WaySearch.Exists(grid, from, to, 500));
                return;
            }
            TileGrid unreached = Reach.From([(from.TileX, from.TileY)], grid);
            if (!unreached.IsFree(to))
                Assert.False(WaySearch.Exists(grid, from, to, 500));
        }, iter: 5_000);

    [Fact]
    public void LookingForAWayAllocatesNothing()
    {
        Plan.WayWithin(Position.AtTile(3, 1), Position.AtTile(5, 1), 400);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Plan.WayWithin(Position.AtTile(3, 4), Position.AtTile(5, 4), 400);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
