using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Moderation;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>A host whose window is closed: a program has a connection in the background, is called by it, and answers.</summary>
public sealed class ReachableTests(FairHouse fair) : IClassFixture<FairHouse>
{
    /// <summary>A stand that everybody sees, and its owner's token.</summary>
    async Task<(string Stand, string Area, string Token)> OpenAsync()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var browser = bea;
        await bea.PublishAsync(stand, "Stadt Soest");
        await using var cem = await fair.Open.Arrive("Cem");
        var signs = new Signs(cem);
        await cem.Enter("halle");
        await signs.See(stand, s => !s.Draft); // the process knows the stand, and who may staff it
        return (stand, (await bea.LookAsync(stand)).Area, (await bea.SignInAsync(new() { Name = "Bea" }, token: true)).Token!);
    }

    async Task<(Person Program, Bells Bells)> ReachAsync(string stand, string token)
    {
        var program = await fair.Open.Reach("Bea", token);
        var bells = new Bells(program);
        Assert.Equal(ErrorCode.None, await program.Connection.StandDutyAsync(stand, true));
        await bells.Sees(stand, a => a.OnDuty, "one is on duty");
        return (program, bells);
    }

    async Task<(Person Vera, Bells Bells)> RingAsync(string stand, string area, bool talk = false)
    {
        var vera = await fair.Open.Enter("Vera", "halle");
        await FairHouse.VisitAsync(vera, area);
        var bells = new Bells(vera);
        Assert.Equal(ErrorCode.None, talk ? await vera.Connection.AskForTalkAsync(stand) : await vera.Connection.RingBellAsync(stand));
        return (vera, bells);
    }

    [Fact]
    public async Task AHostWithoutAWindowIsCalledAnswersAndEndsTheTalk()
    {
        var (stand, area, token) = await OpenAsync();
        var (program, beas) = await ReachAsync(stand, token);
        await using var closed = program;
        var (vera, veras) = await RingAsync(stand, area, talk: true);
        await using var visitor = vera;
        Assert.Equal((1, true), await veras.Hears(b => b.State == "waiting", "it rings") is var waits ? (waits.Called, waits.Staffed) : default);
        var call = await beas.IsCalledBy(vera.ShownName);
        Assert.Equal(("Stadt Soest", "halle", area, "talk"), (call.Name, call.Room, call.Area, call.Wish));
        Assert.Equal(vera.Id, Assert.Single((await beas.Sees(stand, a => a.Count == 1, "she is there")).Visitors).Member);
        Assert.Equal(ErrorCode.None, await program.Connection.AnswerBellAsync(stand, call.Request, true));
        Assert.Equal("Bea", (await veras.Hears(b => b.State == "accepted", "Bea comes")).Host);
        Assert.Equal(ErrorCode.None, await program.Connection.EndTalkAsync(stand));
        await veras.Hears(b => b is { State: "over", End: "talked" }, "the talk is over");
        Assert.Equal(ErrorCode.BackgroundConnection, await program.Connection.RingBellAsync(stand)); // that is for who stands there
    }

    [Fact]
    public async Task WhoLeavesTheHouseByTheWindowIsStillCalledByTheProgram()
    {
        var (stand, area, token) = await OpenAsync();
        var (program, beas) = await ReachAsync(stand, token);
        await using var closed = program;
        var window = await fair.Open.Arrive("Bea", token);
        var seen = new Bells(window);
        await window.Enter("foyer");
        await seen.Sees(stand, a => a.OnDuty, "the window is told that one is on duty");
        await window.DisposeAsync(); // leaves the house
        var (vera, veras) = await RingAsync(stand, area);
        await using var visitor = vera;
        var call = await beas.IsCalledBy(vera.ShownName);
        Assert.DoesNotContain(beas.All.OfType<StandAttendedEvent>(), a => !a.OnDuty);
        Assert.Equal(ErrorCode.None, await program.Connection.AnswerBellAsync(stand, call.Request, false, "In zehn Minuten gern"));
        await veras.Hears(b => b is { State: "over", End: "declined", Text: "In zehn Minuten gern" }, "she cannot");
    }

    [Fact]
    public async Task WhoGoesOnDutyInTheWindowIsCalledByTheProgramThatComesThen()
    {
        var (stand, area, token) = await OpenAsync();
        var window = await fair.Open.Arrive("Bea", token);
        await window.Enter("foyer");
        Assert.Equal(ErrorCode.None, await window.Connection.StandDutyAsync(stand, true));
        await using var program = await fair.Open.Reach("Bea", token);
        var beas = new Bells(program);
        await beas.Sees(stand, a => a.OnDuty, "the program is told that one is on duty");
        await window.DisposeAsync();
        var (vera, _) = await RingAsync(stand, area);
        await using var visitor = vera;
        await beas.IsCalledBy(vera.ShownName);
        Assert.DoesNotContain(beas.All.OfType<StandAttendedEvent>(), a => !a.OnDuty);
    }

    [Fact]
    public async Task WhoGoesOffDutyInTheWindowIsCalledByNeither()
    {
        var (stand, area, token) = await OpenAsync();
        var (program, beas) = await ReachAsync(stand, token);
        await using var closed = program;
        await using var window = await fair.Open.Arrive("Bea", token);
        var seen = new Bells(window);
        await window.Enter("foyer");
        await seen.Sees(stand, a => a.OnDuty, "the window is told that one is on duty");
        Assert.Equal(ErrorCode.None, await window.Connection.StandDutyAsync(stand, false));
        await beas.Sees(stand, a => !a.OnDuty, "the program is told that one is not");
        var (vera, veras) = await RingAsync(stand, area);
        await using var visitor = vera;
        Assert.Equal((0, false), await veras.Hears(b => b.State == "waiting", "nobody is there") is var waits ? (waits.Called, waits.Staffed) : default);
    }

    [Fact]
    public async Task TheTeamSeesWhoOfThemCanBeReached()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var browser = bea;
        using var tom = await fair.HostAsync(bea, stand, "Tom", "staff");
        var session = await tom.SignInAsync(new() { Name = "Tom" }, token: true);
        Assert.Equal("away", await PresenceAsync());
        await using var program = await fair.Open.Reach("Tom", session.Token);
        Assert.Equal("reachable", await PresenceAsync());
        await using var window = await fair.Open.Arrive("Tom", session.Token);
        Assert.Equal("house", await PresenceAsync());

        async Task<string> PresenceAsync() => (await bea.DraftAsync(stand)).Team.Single(t => t.Member == session.Id).Presence;
    }

    [Fact]
    public async Task AProgramThatIsSentAwayForGoodIsOnDutyNoMore()
    {
        var (stand, area, token) = await OpenAsync();
        var (program, _) = await ReachAsync(stand, token);
        await using var closed = program;
        await using var mona = await fair.Open.EnterAs("Mona", Roles.Moderator, "foyer");
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = program.Id, House = true, Reason = "Störung", Minutes = 5 });
        await program.WaitUntil(_ => program.Connection.State.Code == DisconnectCode.Banned, "she is sent away");
        await using var vera = await fair.Open.Arrive("Vera");
        var signs = new Signs(vera);
        await vera.Enter("halle");
        await signs.See(stand, s => !s.Staffed);
        await FairHouse.VisitAsync(vera, area);
        var veras = new Bells(vera);
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(stand));
        await veras.Hears(b => b is { State: "waiting", Called: 0, Staffed: false }, "nobody is called");
    }

    [Fact]
    public async Task WhomOneHasBlockedInTheWindowOneDoesNotCallAfterwardsEither()
    {
        var (stand, area, token) = await OpenAsync();
        var (program, beas) = await ReachAsync(stand, token);
        await using var closed = program;
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await using var max = await fair.Open.Enter("Max", "halle");
        var window = await fair.Open.Arrive("Bea", token);
        var seen = new Bells(window);
        await window.Enter("foyer");
        await seen.Sees(stand, a => a.OnDuty, "the window is told that one is on duty");
        await FairHouse.VisitAsync(vera, area);
        await beas.Sees(stand, a => a.Count == 1, "Vera is there");
        await window.Does(nameof(IHouseHub.Block), new BlockRequest { Member = vera.Id, Blocked = true });
        await FairHouse.VisitAsync(max, area, 1); // the stand is told who is there, and of whom its host has nothing to do with
        await beas.Sees(stand, a => a.Count == 1 && a.Visitors[0].Member == max.Id, "Max alone is there");
        await window.DisposeAsync();
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(stand));
        Assert.Equal(ErrorCode.None, await max.Connection.RingBellAsync(stand));
        await beas.IsCalledBy(max.ShownName);
        Assert.DoesNotContain(beas.Rang, r => r.Visitor == vera.ShownName);
    }
}
