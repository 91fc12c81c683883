using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Moderation;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Visitors at stands, hosts anywhere in the house, and the bell between them.</summary>
public sealed partial class BellTests(FairHouse fair) : IClassFixture<FairHouse>
{
    /// <summary>A stand that everybody sees, with its owner at the browser.</summary>
    async Task<(string Stand, string Area, Browser Bea)> OpenAsync()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        await fair.KnowsAsync(stand); // or whoever comes by a second connection is not yet known for one of its hosts
        return (stand, (await bea.LookAsync(stand)).Area, bea);
    }

    static async Task<Bells> GoesOnDuty(Person host, string stand)
    {
        var bells = new Bells(host, fromNow: true);
        Assert.Equal(ErrorCode.None, await host.Connection.StandDutyAsync(stand, true));
        await bells.Sees(stand, a => a.OnDuty, "one is on duty");
        return bells;
    }

    static async Task<(Bells Bells, BellChangedEvent News)> Rings(Person visitor, string stand, bool talk = false)
    {
        var bells = new Bells(visitor, fromNow: true);
        Assert.Equal(ErrorCode.None, talk ? await visitor.Connection.AskForTalkAsync(stand) : await visitor.Connection.RingBellAsync(stand));
        return (bells, await bells.Hears(b => b.Stand == stand, "one has rung"));
    }

    [Fact]
    public async Task HostsSeeWhoIsAtTheirStandAndSinceWhen()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        var before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var desk = await GoesOnDuty(host, stand);
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await FairHouse.VisitAsync(vera, area);
        var there = Assert.Single((await desk.Sees(stand, a => a.Count == 1, "Vera is there")).Visitors);
        Assert.Equal((vera.Id, vera.ShownName), (there.Member, there.Name));
        Assert.InRange(there.Since, before, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await vera.WalkTo(2, 2);
        await desk.Sees(stand, a => a.Count == 0, "she has gone");
        // whoever is of the team is not there to visit
        Assert.True((await host.Connection.EnterAsync("halle")).Granted);
        await FairHouse.VisitAsync(host, area);
        await FairHouse.VisitAsync(vera, area, -1);
        Assert.Equal(vera.Id, Assert.Single((await desk.Sees(stand, a => a.Count == 1, "Vera is there again")).Visitors).Member);
    }

    [Fact]
    public async Task AStandIsStaffedWhileSomebodyOfItIsOnDutyAnywhereInTheHouse()
    {
        var (stand, _, bea) = await OpenAsync();
        using var browser = bea;
        await using var vera = await fair.Open.Arrive("Vera");
        var signs = new Signs(vera);
        await vera.Enter("halle");
        await signs.See(stand, s => !s.Staffed);
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        await GoesOnDuty(host, stand);
        await signs.See(stand, s => s.Staffed);
        Assert.True((await bea.StandsAsync()).Single(s => s.Id == stand).Staffed);
        Assert.Equal(ErrorCode.None, await host.Connection.StandDutyAsync(stand, false));
        await signs.See(stand, s => !s.Staffed);
        await GoesOnDuty(host, stand);
        await signs.See(stand, s => s.Staffed);
        await host.DisposeAsync(); // leaves the house
        await signs.See(stand, s => !s.Staffed);
    }

    [Fact]
    public async Task AHostInAnotherRoomIsCalledAndComes()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        using var tomBrowser = await fair.HostAsync(bea, stand, "Tom", "staff");
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        await using var tom = await fair.EnterAsync(tomBrowser, "Tom", "foyer");
        var (beas, toms) = (await GoesOnDuty(host, stand), await GoesOnDuty(tom, stand));
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await FairHouse.VisitAsync(vera, area);
        var (veras, waiting) = await Rings(vera, stand);
        Assert.Equal(("Stadt Soest", "waiting", "ring", 1, 1, 2, true), (waiting.Name, waiting.State, waiting.Wish, waiting.Place, waiting.Length, waiting.Called, waiting.Staffed));
        var call = await beas.IsCalledBy(vera.ShownName);
        Assert.Equal(("Stadt Soest", "halle", area, "ring"), (call.Name, call.Room, call.Area, call.Wish));
        await toms.IsCalledBy(vera.ShownName);

        Assert.Equal(ErrorCode.None, await host.Connection.AnswerBellAsync(stand, call.Request, true));
        Assert.Equal(host.ShownName, (await veras.Hears(b => b.State == "accepted", "Bea comes")).Host);
        await toms.IsCalledNoMore(call.Request);
        Assert.Equal(host.ShownName, toms.Stops[^1].By);
        Assert.Equal(ErrorCode.BellTaken, await tom.Connection.AnswerBellAsync(stand, call.Request, true));
        Assert.True((await host.Connection.EnterAsync(call.Room)).Granted);
        await FairHouse.VisitAsync(host, area, 1);
        await vera.TalksWith(host);
    }

    [Fact]
    public async Task WhenAllDeclineOrGoTheVisitorIsTold()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        var beas = await GoesOnDuty(host, stand);
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await FairHouse.VisitAsync(vera, area);
        var (veras, _) = await Rings(vera, stand);
        var call = await beas.IsCalledBy(vera.ShownName);
        Assert.Equal(ErrorCode.TextUnusable, await host.Connection.AnswerBellAsync(stand, call.Request, false, new string('x', 201)));
        Assert.Equal(ErrorCode.None, await host.Connection.AnswerBellAsync(stand, call.Request, false, "In zehn Minuten gern"));
        await veras.Hears(b => b is { State: "over", End: "declined", Text: "In zehn Minuten gern" } && b.TextBy == host.ShownName, "nobody can");
        Assert.Equal(ErrorCode.BellOver, await host.Connection.AnswerBellAsync(stand, call.Request, true));
        await host.Connection.StandDutyAsync(stand, false);
        var (_, alone) = await Rings(vera, stand);
        Assert.Equal(("waiting", 0, false), (alone.State, alone.Called, alone.Staffed)); // nobody is there, and she knows
        await GoesOnDuty(host, stand);
        await beas.IsCalledBy(vera.ShownName); // whoever comes is called
        await veras.Hears(b => b is { Called: 1, Staffed: true }, "somebody is called now");
        Assert.Equal(ErrorCode.None, await vera.Connection.LeaveBellAsync(stand));
        await veras.Hears(b => b is { State: "over", End: "withdrawn" }, "she has taken it back");
        await beas.IsCalledNoMore(beas.Rang[^1].Request);
        Assert.Equal(ErrorCode.None, await vera.Connection.LeaveBellAsync(stand)); // once more, and it is so already
    }

    [Fact]
    public async Task WhoWantsATalkStandsInLineAndIsToldTheirPlace()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        var beas = await GoesOnDuty(host, stand);
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await using var max = await fair.Open.Enter("Max", "halle");
        await FairHouse.VisitAsync(vera, area);
        await FairHouse.VisitAsync(max, area, 1);
        var (veras, _) = await Rings(vera, stand, talk: true);
        var first = await beas.IsCalledBy(vera.ShownName);
        Assert.Equal("talk", first.Wish);
        Assert.Equal(ErrorCode.None, await host.Connection.AnswerBellAsync(stand, first.Request, true));
        await veras.Hears(b => b is { State: "accepted", End: "" }, "they talk");
        Assert.Equal(vera.ShownName, (await beas.Sees(stand, a => a.Talk is not null, "her talk")).Talk!.Visitor);
        var (maxs, second) = await Rings(max, stand, talk: true);
        Assert.Equal((1, 1, 0, true), (second.Place, second.Length, second.Called, second.Staffed)); // she is there, and busy
        var next = (await beas.Sees(stand, a => a.Line is [{ Calls: false }], "he waits")).Line[0].Request;
        Assert.Equal(ErrorCode.BellBusy, await host.Connection.AnswerBellAsync(stand, next, true));
        Assert.Equal(ErrorCode.None, await host.Connection.EndTalkAsync(stand));
        await veras.Hears(b => b is { State: "over", End: "talked" }, "the talk is over");
        await beas.IsCalledBy(max.ShownName);
        await maxs.Hears(b => b.Called == 1, "it is his turn");
        Assert.Equal(ErrorCode.None, await host.Connection.AnswerBellAsync(stand, next, true));
        await maxs.Hears(b => b.State == "accepted", "they talk");
        Assert.Equal(ErrorCode.None, await max.Connection.LeaveBellAsync(stand)); // the visitor ends it
        await maxs.Hears(b => b is { State: "over", End: "talked" }, "the talk is over");
        await beas.Sees(stand, a => a.Talk is null, "she is free");
        Assert.Equal(ErrorCode.None, await host.Connection.EndTalkAsync(stand)); // there is none any more
    }

    [Fact]
    public async Task OneRingsOnlyWhereOneStands()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        var beas = await GoesOnDuty(host, stand);
        await using var eve = await fair.Open.Arrive("Eve");
        Assert.Equal(ErrorCode.NotInRoom, await eve.Connection.RingBellAsync(stand));
        await eve.Enter("foyer");
        Assert.Equal(ErrorCode.StandTooFar, await eve.Connection.RingBellAsync(stand));
        await eve.Enter("halle");
        Assert.Equal(ErrorCode.StandTooFar, await eve.Connection.RingBellAsync(stand));
        Assert.Equal(ErrorCode.StandTooFar, await eve.Connection.AskForTalkAsync(stand));
        Assert.Equal(ErrorCode.StandUnknown, await eve.Connection.RingBellAsync($"s{Guid.NewGuid():N}"));
        Assert.Equal(ErrorCode.StandUnknown, await eve.Connection.RingBellAsync("house"));
        Assert.Equal(ErrorCode.StandUnknown, await eve.Connection.RingBellAsync(new string('s', 10_000)));
        await FairHouse.VisitAsync(eve, area);
        await eve.MayNot(nameof(IHouseHub.RingBell), new RingBellRequest { Stand = stand, Wish = "shout" }, ErrorCode.Malformed);
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest { Published = false });
        Assert.Equal(ErrorCode.StandUnknown, await eve.Connection.RingBellAsync(stand));
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest { Published = true });
        Assert.Empty(beas.Rang);
        await Rings(eve, stand);
        await beas.IsCalledBy(eve.ShownName);
        Assert.Single(beas.Rang);
    }

    [Fact]
    public async Task WhoRingsInVainAgainAndAgainIsLeftStandingForAWhile()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        var beas = await GoesOnDuty(host, stand);
        await using var eve = await fair.Open.Enter("Eve", "halle");
        await FairHouse.VisitAsync(eve, area);
        var errors = new List<ErrorCode>();
        for (var i = 0; i < 12; i++)
        {
            errors.Add(await eve.Connection.RingBellAsync(stand));
            if (errors[^1] == ErrorCode.None) await eve.Connection.LeaveBellAsync(stand);
        }
        Assert.Equal(World.Stands.StandBell.MostInSpan, errors.Count(e => e == ErrorCode.None));
        Assert.All(errors.Skip(World.Stands.StandBell.MostInSpan), e => Assert.Equal(ErrorCode.BellTooOften, e));
        await using var max = await fair.Open.Enter("Max", "halle");
        await FairHouse.VisitAsync(max, area, 1);
        await Rings(max, stand);
        await beas.IsCalledBy(max.ShownName);
        Assert.Equal(World.Stands.StandBell.MostInSpan + 1, beas.Rang.Length);
    }

    [Fact]
    public async Task OnlyHostsOfAStandAnswerAtIt()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        var (other, _, nele) = await OpenAsync();
        using var neighbour = nele;
        using var eva = await fair.HostAsync(bea, stand, "Eva", "edit", "enquiries");
        using var tom = await fair.HostAsync(bea, stand, "Tom", "staff");
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await FairHouse.VisitAsync(vera, area);
        await Rings(vera, stand);
        var people = new Dictionary<string, Person>
        {
            ["visitor"] = vera,
            ["editor"] = await fair.EnterAsync(eva, "Eva", "foyer"),
            ["neighbour"] = await fair.EnterAsync(nele, "Nele", "foyer"),
            ["moderator"] = await fair.Open.EnterAs("Mona", Roles.Moderator, "foyer"),
            ["organiser"] = await fair.Open.EnterAs("Otto", Roles.Organiser, "foyer"),
            ["staff"] = await fair.EnterAsync(tom, "Tom", "foyer"),
        };
        await GoesOnDuty(people["neighbour"], other);
        var called = await GoesOnDuty(people["staff"], stand);
        var ring = (await called.IsCalledBy(vera.ShownName)).Request;
        Assert.Equal(ErrorCode.None, await people["staff"].Connection.StandDutyAsync(stand, false));
        await called.IsCalledNoMore(ring);
        foreach (var (who, person) in people)
        {
            var may = who == "staff";
            Assert.Equal(may ? ErrorCode.NotOnDuty : ErrorCode.StandRightMissing, await person.Connection.AnswerBellAsync(stand, ring, true));
            Assert.Equal(may ? ErrorCode.NotOnDuty : ErrorCode.StandRightMissing, await person.Connection.AnswerBellAsync(stand, ring, false));
            Assert.Equal(may ? ErrorCode.None : ErrorCode.StandRightMissing, await person.Connection.EndTalkAsync(stand));
            Assert.Equal(may ? ErrorCode.None : ErrorCode.StandRightMissing, await person.Connection.StandDutyAsync(stand, true));
        }
        var toms = new Bells(people["staff"], fromNow: true);
        Assert.Equal(ErrorCode.BellUnknown, await people["staff"].Connection.AnswerBellAsync(stand, 99, true));
        Assert.Equal(ErrorCode.BellUnknown, await people["staff"].Connection.AnswerBellAsync(stand, long.MinValue, false));
        Assert.Equal(ErrorCode.BellUnknown, await people["neighbour"].Connection.AnswerBellAsync(other, ring, true)); // hers has no such request
        Assert.True((await people["staff"].Connection.EnterAsync("halle")).Granted);
        await FairHouse.VisitAsync(people["staff"], area, 1);
        Assert.Equal(ErrorCode.BellOwnStand, await people["staff"].Connection.RingBellAsync(stand));
        Assert.Empty(toms.Stops);
        foreach (var person in people.Values.Skip(1)) await person.DisposeAsync();
    }

    [Fact]
    public async Task WhoGoesThroughADoorOrIsBannedDoesNotWaitAnyMore()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        var beas = await GoesOnDuty(host, stand);
        await using var mona = await fair.Open.EnterAs("Mona", Roles.Moderator, "halle");
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await using var eve = await fair.Open.Enter("Eve", "halle");
        await FairHouse.VisitAsync(vera, area);
        await FairHouse.VisitAsync(eve, area, 1);
        var (veras, _) = await Rings(vera, stand);
        await Rings(eve, stand);
        var (one, two) = (await beas.IsCalledBy(vera.ShownName), await beas.IsCalledBy(eve.ShownName));
        await vera.Enter("foyer");
        await beas.IsCalledNoMore(one.Request);
        await veras.Hears(b => b is { State: "over", End: "left" }, "she has gone");
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, House = true, Reason = "Störung", Minutes = 5 });
        await beas.IsCalledNoMore(two.Request);
        await beas.Sees(stand, a => a is { Line: [], Count: 0 }, "nobody is there");
    }

    [Fact]
    public async Task AHostWhoIsBannedIsOnDutyNoMore()
    {
        var (stand, _, bea) = await OpenAsync();
        using var browser = bea;
        using var tomBrowser = await fair.HostAsync(bea, stand, "Tom", "staff");
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        await using var tom = await fair.EnterAsync(tomBrowser, "Tom", "foyer");
        var beas = await GoesOnDuty(host, stand);
        await GoesOnDuty(tom, stand);
        await beas.Sees(stand, a => a.Hosts is [var name] && name == tom.ShownName, "Tom is there as well");
        await using var mona = await fair.Open.EnterAs("Mona", Roles.Moderator, "foyer");
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = tom.Id, House = true, Reason = "Störung", Minutes = 5 });
        await beas.Sees(stand, a => a.Hosts.Length == 0, "Tom is not");
    }

    [Fact]
    public async Task AStandThatIsTakenOfflineLetsNobodyWait()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        var beas = await GoesOnDuty(host, stand);
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await FairHouse.VisitAsync(vera, area);
        var (veras, _) = await Rings(vera, stand);
        var call = await beas.IsCalledBy(vera.ShownName);
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung" });
        await veras.Hears(b => b is { State: "over", End: "shut" }, "the stand is gone");
        await beas.IsCalledNoMore(call.Request);
    }

    [Fact]
    public async Task WhoIsTakenOutOfTheTeamIsOnDutyNoMore()
    {
        var (stand, _, bea) = await OpenAsync();
        using var browser = bea;
        using var tomBrowser = await fair.HostAsync(bea, stand, "Tom", "staff");
        await using var tom = await fair.EnterAsync(tomBrowser, "Tom", "foyer");
        var toms = await GoesOnDuty(tom, stand);
        await bea.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/hosts/{tom.Id}");
        await toms.Sees(stand, a => !a.OnDuty, "he is on duty no more");
        Assert.Equal(ErrorCode.StandRightMissing, await tom.Connection.StandDutyAsync(stand, true));
    }
}
