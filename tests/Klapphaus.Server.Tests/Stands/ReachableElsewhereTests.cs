using System.Net.Http.Headers;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using Klapphaus.Server.Start;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>The window of a host at one process of the house, and their program, which only wants to be reached, at another.</summary>
public sealed class ReachableElsewhereTests : IAsyncLifetime
{
    const string Area = "stand-1";

    RedisProcess redis = null!;
    TestHouse here = null!, there = null!;
    string stand = "", token = "";

    public async ValueTask InitializeAsync()
    {
        redis = await RedisProcess.StartAsync();
        (here, there) = (await OpenAsync(), await OpenAsync());
        using var olga = await there.OrganiserAsync(); // each process that starts replaces the operator's link
        stand = (await olga.GiveAsync("halle", Area)).Id;
        using var bea = new Browser(here.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        await bea.PublishAsync(stand, "Stadt Soest");
        token = (await bea.SignInAsync(new() { Name = "Bea" }, token: true)).Token!;
        foreach (var process in new[] { here, there })
        {
            await using var cem = await process.Arrive("Cem");
            var signs = new Signs(cem);
            await cem.Enter("halle");
            await signs.See(stand, s => !s.Draft); // the process knows the stand, and who may staff it
        }
    }

    public async ValueTask DisposeAsync()
    {
        await there.DisposeAsync();
        await here.DisposeAsync();
        await redis.DisposeAsync();
    }

    Task<TestHouse> OpenAsync() => TestHouse.OpenAsync(
        DrawnHouse.Small().WithStand("halle", 1, 6, 1),
        "--ConnectionStrings:redis", redis.ConnectionString, "--Klapphaus:SiloPort", $"{Ports.Free()}", "--Klapphaus:GatewayPort", $"{Ports.Free()}");

    /// <summary>Rings at the stand.</summary>
    async Task<(Person Vera, Bells Bells)> RingAsync()
    {
        var vera = await here.Enter("Vera", "halle");
        await vera.WalkToTalk(7.5, 2, p => p.Talk?.Area == Area, "she is at the stand");
        var bells = new Bells(vera);
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(stand));
        return (vera, bells);
    }

    [Fact]
    public async Task WhoGoesOnDutyInTheWindowAndLeavesTheHouseIsCalledByTheProgram()
    {
        await using var program = await there.Reach("Bea", token);
        var beas = new Bells(program);
        var window = await here.Arrive("Bea", token);
        await window.Enter("foyer");
        Assert.Equal(ErrorCode.None, await window.Connection.StandDutyAsync(stand, true));
        // to the window, to all who are on duty, and, once the program is so as well, to it
        await program.WaitUntil(_ => beas.All.OfType<StandAttendedEvent>().Count(a => a.OnDuty) >= 3, "the program is on duty as well");
        await window.DisposeAsync(); // leaves the house
        var (vera, veras) = await RingAsync();
        await using var visitor = vera;
        var call = await beas.IsCalledBy(vera.ShownName);
        Assert.DoesNotContain(beas.All.OfType<StandAttendedEvent>(), a => !a.OnDuty);
        Assert.Equal(ErrorCode.None, await program.Connection.AnswerBellAsync(stand, call.Request, true));
        await veras.Hears(b => b.State == "accepted", "Bea comes");
    }

    [Fact]
    public async Task WhoGoesOffDutyInTheWindowIsCalledByNeitherUntilSheSaysSo()
    {
        await using var program = await there.Reach("Bea", token);
        var beas = new Bells(program);
        Assert.Equal(ErrorCode.None, await program.Connection.StandDutyAsync(stand, true));
        await using var window = await here.Arrive("Bea", token);
        var seen = new Bells(window);
        await seen.Sees(stand, a => a.OnDuty, "the window is told that one is on duty");
        Assert.Equal(ErrorCode.None, await window.Connection.StandDutyAsync(stand, false));
        await beas.Sees(stand, a => !a.OnDuty, "the program is told that one is not");
        var (vera, veras) = await RingAsync();
        await using var visitor = vera;
        await veras.Hears(b => b is { State: "waiting", Called: 0, Staffed: false }, "nobody is called");
        // and is on duty again as soon as she says so, by whichever
        Assert.Equal(ErrorCode.None, await program.Connection.StandDutyAsync(stand, true));
        await beas.IsCalledBy(vera.ShownName);
    }

    [Fact]
    public async Task WhoGoesOffDutyInTheWindowStaysSoForTheProgramThatHasJustCome()
    {
        await using var window = await here.Arrive("Bea", token);
        var seen = new Bells(window);
        Assert.Equal(ErrorCode.None, await window.Connection.StandDutyAsync(stand, true));
        await seen.Sees(stand, a => a.OnDuty, "the window is told that one is on duty");
        await using var program = await there.Reach("Bea", token); // asks whether she is on duty
        Assert.Equal(ErrorCode.None, await window.Connection.StandDutyAsync(stand, false));
        var (vera, veras) = await RingAsync();
        await using var visitor = vera;
        await veras.Hears(b => b is { State: "waiting", Called: 0, Staffed: false }, "nobody is called");
    }

    [Fact]
    public async Task ACodeThatOneProcessHasGivenIsGoodAtAnotherAndOnce()
    {
        using var program = new HttpClient { BaseAddress = there.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var given = await program.PostAsync("/api/session/code", null);
        var request = new SignInCodeRequest { Code = (await given.Content.ReadFromJsonAsync<SignInCodeView>())!.Code };
        using var window = new Browser(here.Address);
        using var opened = await window.Http.PostAsJsonAsync("/api/session/redeem", request);
        Assert.Equal("Bea", (await opened.Content.ReadFromJsonAsync<SessionView>())!.Name);
        Assert.Equal("Bea", (await window.SessionAsync())!.Name);
        using var again = new Browser(there.Address);
        using var refused = await again.Http.PostAsJsonAsync("/api/session/redeem", request);
        Assert.Equal(ErrorCode.SignInCodeInvalid, (await Browser.RefusalOf(refused)).Code);
    }

    [Fact]
    public async Task WindowTakesNoPlaceOfTheProgramAndArrivesAtTheStand()
    {
        await using var program = await there.Reach("Bea", token);
        Assert.Equal(ErrorCode.None, await program.Connection.StandDutyAsync(stand, true));
        await using var window = await here.Arrive("Bea", token);
        Assert.True((await window.Connection.EnterAsync("halle", stand)).Granted);
        Assert.Equal(Client.Position.FromTiles(7.5, 1.5), window.Picture.Own);
        Assert.Equal(ErrorCode.StandUnknown, await program.Connection.EndTalkAsync("")); // it is still there
        Assert.Equal(0, program.Connection.Traffic.Reconnects);
    }
}
