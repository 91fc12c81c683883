using CsCheck;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

public sealed class ArrivalTests
{
    static readonly FloorPlan Plan = PlanDrawing.Of(
        "#####....",
        "#...#.eee",
        "#...#.eoe",
        "#####.eee").Plan();

    [Fact]
    public void ArrivalsTakeEveryFreeTileOnceBeforeAnyTwice()
    {
        HashSet<Position> places = [.. Enumerable.Range(40, 8).Select(seed => Plan.ArrivalAt(Plan.DefaultEntry, seed))];

        Assert.Equal(8, places.Count);
        Assert.All(places, place => Assert.True(Plan.IsFree(place) && Plan.DefaultEntry.Rect.Contains(place)));
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void AnySeedWillDo(int seed) => Assert.True(Plan.IsFree(Plan.ArrivalAt(Plan.DefaultEntry, seed)));

    [Fact]
    public void AnEntryOfAnotherPlanFallsBackToTheDefaultOne()
    {
        var walled = new Entry("alt", new Rect(0, 0, 32, 32), false);

        Assert.True(Plan.DefaultEntry.Rect.Contains(Plan.ArrivalAt(walled, 1)));
    }

    [Fact]
    public void WhoStandsFreeStays() => Assert.Equal(new Position(170, 3), Plan.NearestFree(new(170, 3)));

    [Fact]
    public void WhoStandsInFurnitureIsPutBesideIt() => Assert.Equal(new Position((7 * 32) - 1, 80), Plan.NearestFree(new((7 * 32) + 3, 80)));

    [Fact]
    public void NobodyIsPutIntoAClosedChamber() => Assert.Equal(new Position(5 * 32, 48), Plan.NearestFree(new(3 * 32, 48)));

    [Fact]
    public void TheNearestFreePositionIsAlwaysFree() =>
        Gen.Select(Gen.Int, Gen.Int, (x, y) => new Position(x, y)).Sample(position => Assert.True(Plan.IsFree(Plan.NearestFree(position))), iter: 500);
}
