using Klapphaus.Client;
using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>Where one stands to be somewhere.</summary>
public sealed class PlanPlacesTests
{
    static Position At(double x, double y) => Position.FromTiles(x, y);

    [Fact]
    public void AtAStandOneStandsWhereNobodyElseDoesNearItsMiddle()
    {
        var stand = Rooms.Area("stand-7", "stand", 2, 1, 3, 2, number: 7);
        var plan = Rooms.Plan(["#######", "#..o..#", "#.....#", "#######"], [stand]);
        Assert.Equal(At(3.5, 2.5), PlanPlaces.FreeIn(plan, stand, []));
        var beside = PlanPlaces.FreeIn(plan, stand, [At(3.6, 2.4)]);
        Assert.NotNull(beside);
        Assert.True(PlanPlaces.Contains(stand, beside.Value) && beside != At(3.5, 2.5) && beside != At(3.5, 1.5), $"{beside}");
        // where all is taken one stands close
        var all = new[] { At(2.5, 1.5), At(4.5, 1.5), At(2.5, 2.5), At(3.5, 2.5), At(4.5, 2.5) };
        Assert.Equal(At(3.5, 2.5), PlanPlaces.FreeIn(plan, stand, all));
    }

    [Fact]
    public void ALobbyHasNoTalkOfItsOwn()
    {
        var plan = Rooms.Plan(["#######", "#.....#", "#.....#", "#######"], [Rooms.Area("lobby", "lobby", 1, 1, 5, 2), Rooms.Area("stand-7", "stand", 2, 1, 2, 1, number: 7)]);
        Assert.Equal("stand-7", PlanPlaces.TalkAreaAt(plan, At(2.5, 1.5))?.Id);
        Assert.Null(PlanPlaces.TalkAreaAt(plan, At(4.5, 1.5)));
    }

    [Fact]
    public void WhatIsAllFurnitureHasNoPlace()
    {
        var stand = Rooms.Area("stand-7", "stand", 1, 1, 2, 1, number: 7);
        Assert.Null(PlanPlaces.FreeIn(Rooms.Plan(["####", "#oo#", "####"], [stand]), stand, []));
    }

    [Fact]
    public void ADoorIsReachedFromInside()
    {
        var plan = Rooms.Plan(["####", "#..H", "####"], null, ("H", "halle"));
        Assert.Equal(At(3.5, 1.5), PlanPlaces.FreeAt(plan, plan.Doors[0]));
    }

    [Fact]
    public void BesideSomebodyOneStandsOnTheSideOneComesFrom()
    {
        var plan = Rooms.Plan(["##########", .. Enumerable.Repeat("#........#", 8), "##########"]);
        var place = PlanPlaces.Beside(plan, At(5.5, 5.5), At(1.5, 5.5));
        Assert.Equal(At(4.2, 5.5), place);
        // whoever stands there already goes a step around
        var around = PlanPlaces.Beside(plan, At(5.5, 5.5), place);
        Assert.InRange(around.DistanceTo(At(5.5, 5.5)), 1.2, 1.4);
        Assert.InRange(around.DistanceTo(place), 0.9, 1.1);
    }

    [Fact]
    public void BehindAWallNobodyStandsBesideSomebody()
    {
        var plan = Rooms.Plan(["######", "#.##.#", "#.##.#", "#.##.#", "######"]);
        var place = PlanPlaces.Beside(plan, At(1.5, 1.5), At(4.5, 1.5));
        Assert.Equal(At(1.5, 2.8), place);
    }

    [Fact]
    public void TheSmallestAreaCounts()
    {
        var plan = Rooms.Plan(["####", "#..#", "####"], [Rooms.Area("halle", "lobby", 0, 0, 4, 3), Rooms.Area("stand-7", "stand", 1, 1, 1, 1, number: 7)]);
        Assert.Equal(("stand-7", "halle"), (PlanPlaces.AreaAt(plan, At(1.5, 1.5))?.Id, PlanPlaces.AreaAt(plan, At(2.5, 1.5))?.Id));
    }
}
