using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.House;

/// <summary>The operator saves a plan while people are inside.</summary>
public sealed class ChangedPlanTests : IAsyncLifetime
{
    const int PlansInForce = 501;
    const int PlanFault = 502;

    readonly DrawnHouse plans = DrawnHouse.Small();
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.OpenAsync(plans);

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task ChangedPlanReachesThoseInsideAndWhoStoodInANewWallIsPutBesideIt()
    {
        await using var ada = await house.Enter("Ada", "halle");
        await using var bo = await house.Enter("Bo", "halle");
        await ada.WalkTo(6.5, 2.5);
        await bo.WalkTo(9.5, 1.5);
        await bo.Sees(ada.At(6.5, 2.5));
        var before = ada.Picture.Plan!.Version;

        plans.With("halle", ["############", "F..e.......#", "#....###...#", "#..........#", "############"], doors: ("F", "foyer")).WriteTo(house.PlansFolder);
        await ada.WaitUntil(p => p.Plan!.Version != before && p.Own != Position.FromTiles(6.5, 2.5), "there is a wall and she stands beside it");
        Assert.True(ada.Picture.Own.TileY is < 2 or >= 3 && ada.Picture.Own.DistanceTo(Position.FromTiles(6.5, 2.5)) <= 1, $"Ada is at {ada.Picture.Own}");
        await bo.Sees(ada.Here);
        await bo.WaitUntil(p => p.Plan!.Version != before, "Bo has the new plan, too");
        Assert.Equal(Position.FromTiles(9.5, 1.5), bo.Picture.Own);

        await ada.WalkTo(9.5, 3.5); // around the new wall
        await bo.Sees(ada.At(9.5, 3.5));
        Assert.Equal((1, 0, 1, 0), (ada.Picture.Arrivals, ada.Connection.Traffic.Reconnects, bo.Picture.Arrivals, bo.Connection.Traffic.Reconnects));
    }

    [Fact]
    public async Task FloorOfAnotherSizeKeepsEverybodyInIt()
    {
        await using var ada = await house.Enter("Ada", "halle");
        await using var bo = await house.Enter("Bo", "halle");
        await ada.WalkTo(10, 2.5);
        plans.With("halle", ["########", "F..e...#", "#......#", "########"], doors: ("F", "foyer")).WriteTo(house.PlansFolder);
        await ada.WaitUntil(p => p.Plan!.Width == 8 && p.Own.TileX < 7, "the hall is smaller, and she is in it");
        await bo.Sees(ada.Here);

        plans.With("halle", ["##############################", "F..e.........................#", .. Enumerable.Repeat("#............................#", 20), "##############################"], doors: ("F", "foyer"))
            .WriteTo(house.PlansFolder);
        await ada.WaitUntil(p => p.Plan!.Width == 30, "the hall is larger");
        await ada.WalkTo(9, 14);
        await bo.Sees(ada.At(9, 14));
        await bo.WalkTo(9, 15);
        await ada.Sees(bo.At(9, 15));
    }

    [Fact]
    public async Task PlanWithAFaultIsNotTakenOver()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        using var log = new LogWatch(house);
        var before = ada.Picture.Plan!.Version;
        var faulty = log.LineAsync(PlanFault, "halle.tmj");
        await File.WriteAllTextAsync(Path.Combine(house.PlansFolder, "halle.tmj"), "{ \"type\": \"map\", \"width\": ");
        await faulty;
        await using (var bo = await house.Enter("Bo", "halle")) // as it was
            Assert.Equal(12, bo.Picture.Plan!.Width);

        var leadsNowhere = log.LineAsync(PlanFault, "keller");
        DrawnHouse.Small().With("halle", ["######", "#.e..X", "#....#", "######"], doors: ("X", "keller")).WriteTo(house.PlansFolder);
        await leadsNowhere;
        Assert.Equal(before, ada.Picture.Plan!.Version);

        var mended = log.LineAsync(PlansInForce);
        plans.WriteTo(house.PlansFolder);
        await mended;
        await ada.WalkTo(15.5, 3.5);
        await ada.GoThrough("nach-halle");
        Assert.Equal(12, ada.Picture.Plan!.Width);
    }

    [Fact]
    public async Task NewRoomAppearsInTheList()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        Assert.Equal(["foyer", "halle"], ada.Connection.Rooms.Select(r => r.Id));
        plans.With("garten", ["########", "#.e....#", "#......#", "########"]).WriteTo(house.PlansFolder);
        await ada.WaitUntil(_ => ada.Connection.Rooms.Any(r => r.Id == "garten"), "there is a garden");
        await ada.Enter("garten");
        Assert.Equal(Position.FromTiles(2.5, 1.5), ada.Picture.Own);
    }

    [Fact]
    public async Task RoomThatIsTakenAwaySendsItsPeopleAwayAndTheyComeBackToTheHouse()
    {
        plans.With("garten", ["########", "#.e....#", "#......#", "########"]).WriteTo(house.PlansFolder);
        await using var ada = await house.Enter("Ada", "foyer");
        await ada.WaitUntil(_ => ada.Connection.Rooms.Any(r => r.Id == "garten"), "there is a garden");
        await ada.Enter("garten");
        await using var bo = await house.Enter("Bo", "foyer");
        var told = new TaskCompletionSource<SentAwayEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        ada.Connection.SentAway += news => told.TrySetResult(news);

        plans.Without("garten").WriteTo(house.PlansFolder);
        var why = await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(((int)DisconnectCode.RoomClosed, true), (why.Code, why.ComeBack));
        await ada.WaitUntil(p => ada.Connection.State.Status == ConnectionStatus.Connected && ada.Connection.Traffic.Reconnects == 1 && p.Room is null, "she is back in the house, in no room");
        Assert.DoesNotContain(ada.Connection.Rooms, r => r.Id == "garten");
        Assert.Equal(ErrorCode.RoomUnknown, (await ada.Connection.EnterAsync("garten")).Error);
        await ada.Enter("foyer");
        await bo.Sees(ada.Here);
        Assert.Equal(0, bo.Connection.Traffic.Reconnects);
    }

    [Fact]
    public async Task RoomThatBecomesSmallerForPeopleThrowsNobodyOut()
    {
        await using var ada = await house.Enter("Ada", "halle");
        await using var bo = await house.Enter("Bo", "halle");
        plans.With("halle", ["############", "F..e.......#", "#..........#", "#..........#", "############"], capacity: 1, doors: ("F", "foyer")).WriteTo(house.PlansFolder);
        await ada.WaitUntil(p => p.Room!.Capacity == 1, "there is room for one");
        await ada.WalkTo(8, 3);
        await bo.Sees(ada.At(8, 3));
        await using var cem = await house.Arrive("Cem");
        Assert.Equal(ErrorCode.RoomFull, (await cem.Connection.EnterAsync("halle")).Error);
    }
}
