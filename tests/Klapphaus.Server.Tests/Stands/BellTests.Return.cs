using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Moderation;

namespace Klapphaus.Server.Tests.Stands;

// Whoever comes back by another line, and whom one has blocked.
public sealed partial class BellTests
{
    [Fact]
    public async Task ByASecondTabHostAndVisitorGoOnAndKnowHowItIs()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        await GoesOnDuty(host, stand);
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await FairHouse.VisitAsync(vera, area);
        await Rings(vera, stand);

        await using var hostAgain = await fair.Open.Arrive("Bea", host.Connection.Token);
        var beas = new Bells(hostAgain);
        var ring = (await beas.Sees(stand, a => a is { OnDuty: true, Line: [{ Calls: true }] }, "she is on duty and called")).Line[0].Request;
        await using var veraAgain = await fair.Open.Arrive("Vera", vera.Connection.Token);
        var veras = new Bells(veraAgain);
        await veraAgain.Enter("halle");
        await veras.Hears(b => b is { State: "waiting", Place: 1 }, "she still waits");
        await beas.Sees(stand, a => a is { Line.Length: 1, Count: 1 }, "she is there");
        Assert.Equal(ErrorCode.None, await hostAgain.Connection.AnswerBellAsync(stand, ring, true));
        await veras.Hears(b => b.State == "accepted", "Bea comes");
    }

    [Fact]
    public async Task WhoComesBackStillWaitingHearsHowItEnded()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        var beas = await GoesOnDuty(host, stand);
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await FairHouse.VisitAsync(vera, area);
        await Rings(vera, stand);
        var call = await beas.IsCalledBy(vera.ShownName);
        Assert.Equal(ErrorCode.None, await host.Connection.AnswerBellAsync(stand, call.Request, true));
        await using var again = await fair.Open.Arrive("Vera", vera.Connection.Token);
        var veras = new Bells(again);
        await again.Enter("halle");
        Assert.Equal(ErrorCode.None, await again.Connection.ResumeBellAsync(stand));
        Assert.Equal(host.ShownName, (await veras.Hears(b => b.State == "accepted", "Bea comes")).Host);
        Assert.Single(beas.Rang);
    }

    [Fact]
    public async Task WhomOneHasBlockedOneDoesNotCall()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        using var tomBrowser = await fair.HostAsync(bea, stand, "Tom", "staff");
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        await using var tom = await fair.EnterAsync(tomBrowser, "Tom", "foyer");
        var (beas, toms) = (await GoesOnDuty(host, stand), await GoesOnDuty(tom, stand));
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await vera.Does(nameof(IHouseHub.Block), new BlockRequest { Member = tom.Id, Blocked = true });
        await FairHouse.VisitAsync(vera, area);
        var (_, waiting) = await Rings(vera, stand);
        Assert.Equal(1, waiting.Called);
        await beas.IsCalledBy(vera.ShownName);
        await beas.Sees(stand, a => a is { Count: 1, Line.Length: 1 }, "she is there");
        await using var max = await fair.Open.Enter("Max", "halle");
        await FairHouse.VisitAsync(max, area, 1);
        await toms.Sees(stand, a => a.Count == 1, "Max alone is there");
        Assert.Empty(toms.Rang);
    }

    [Fact]
    public async Task AHostWhoBlocksAVisitorHasThemAtTheStandNoLonger()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        var beas = await GoesOnDuty(host, stand);
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await FairHouse.VisitAsync(vera, area);
        await beas.Sees(stand, a => a.Count == 1, "Vera is there");
        await host.Does(nameof(IHouseHub.Block), new BlockRequest { Member = vera.Id, Blocked = true });
        await beas.Sees(stand, a => a is { Count: 0, Visitors.Length: 0 }, "she is there for Bea no longer");
        Assert.Equal(0, (await Rings(vera, stand)).News.Called);
        Assert.Empty(beas.Rang);
        await host.Does(nameof(IHouseHub.Block), new BlockRequest { Member = vera.Id, Blocked = false });
        await beas.IsCalledBy(vera.ShownName); // as soon as it is over
    }

    [Fact]
    public async Task WhomOneHasBlockedOneDoesNotCallOneInNoRoomEither()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await using var max = await fair.Open.Enter("Max", "halle");
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        await host.Does(nameof(IHouseHub.Block), new BlockRequest { Member = vera.Id, Blocked = true });
        await GoesOnDuty(host, stand);
        // she is there again by another line, and nobody has shown her a room yet
        await using var again = await fair.Open.Arrive("Bea", host.Connection.Token);
        var beas = new Bells(again);
        await beas.Sees(stand, a => a.OnDuty, "she is still on duty");
        await FairHouse.VisitAsync(vera, area);
        await FairHouse.VisitAsync(max, area, 1);
        await Rings(vera, stand);
        await Rings(max, stand);
        await beas.IsCalledBy(max.ShownName);
        Assert.DoesNotContain(beas.Rang, r => r.Visitor == vera.ShownName);
        Assert.Equal(max.Id, Assert.Single((await beas.Sees(stand, a => a is { Count: 1, Line.Length: 1 }, "Max alone is there")).Visitors).Member);
    }
}
