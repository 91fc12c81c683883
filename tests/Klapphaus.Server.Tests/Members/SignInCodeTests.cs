using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Server.Members;
using Klapphaus.Server.Tests.Moderation;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Members;

/// <summary>A program opens a window for somebody, signed in by a code that is good once.</summary>
public sealed class SignInCodeTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    readonly TestHouse house = shared.Open;

    /// <summary>Somebody by a token, as programs are.</summary>
    Browser Program(string token)
    {
        var program = new Browser(house.Address);
        program.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    static async Task<string> CodeAsync(Browser who)
    {
        using var answer = await who.Http.PostAsync("/api/session/code", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<SignInCodeView>())!.Code;
    }

    static Task<HttpResponseMessage> RedeemAsync(Browser who, string? code, string? verifier = null, bool token = false, bool replace = false) =>
        who.Http.PostAsJsonAsync("/api/session/redeem" + (token ? "?token=true" : ""), new SignInCodeRequest { Code = code, Verifier = verifier, Replace = replace });

    static async Task<SessionView> ComesInAsync(Browser who, string code, string? verifier = null, bool token = false, bool replace = false)
    {
        using var answer = await RedeemAsync(who, code, verifier, token, replace);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<SessionView>())!;
    }

    static async Task<(HttpStatusCode Status, ErrorCode Code)> MayNotAsync(Browser who, string? code, string? verifier = null, bool token = false)
    {
        using var answer = await RedeemAsync(who, code, verifier, token);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return (answer.StatusCode, (await Browser.RefusalOf(answer)).Code);
    }

    async Task<int> SessionsAsync(string member) => (await house.Services.GetRequiredService<IGrainFactory>().GetGrain<IMemberGrain>(member).Export()).Sessions.Length;

    [Fact]
    public async Task WindowIsSignedInAsWhoHasOpenedIt()
    {
        using var program = Program((await house.SignInAs("Ada", Roles.Host)).Token);
        using var answer = await program.Http.PostAsync("/api/session/code", null);
        var given = (await answer.Content.ReadFromJsonAsync<SignInCodeView>())!;
        Assert.Matches("^[A-Za-z0-9_-]{43}$", given.Code);
        Assert.InRange(given.Expires, TimeProvider.System.GetUtcNow().AddSeconds(50), TimeProvider.System.GetUtcNow().AddSeconds(61));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var ada = await program.Http.GetFromJsonAsync<SessionView>("/api/session");

        using var window = new Browser(house.Address);
        Assert.Equal(ada, await ComesInAsync(window, given.Code));
        Assert.Equal(ada, await window.Http.GetFromJsonAsync<SessionView>("/api/session"));
        Assert.Equal(2, await SessionsAsync(ada!.Id)); // one of its own: whoever signs out in the window is still signed in in the program
        using (await window.Http.DeleteAsync("/api/session")) { }
        Assert.Equal(ada, await program.Http.GetFromJsonAsync<SessionView>("/api/session"));
        Assert.Null(await window.SessionAsync());
    }

    [Fact]
    public async Task ProgramGetsATokenAndNoCookieAndMayEnterWhatTheOtherMay()
    {
        using var program = Program((await house.SignInAs("Mona", Roles.Moderator, "halle")).Token);
        using var other = new Browser(house.Address);
        using var answer = await RedeemAsync(other, await CodeAsync(program), token: true);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var session = (await answer.Content.ReadFromJsonAsync<SessionView>())!;
        Assert.Equal(Roles.Moderator, session.Role);
        await using var mona = await house.Arrive("Mona", session.Token);
        Assert.Equal("halle", mona.Connection.StartRoom);
        Assert.Equal(ErrorCode.RoomNotAllowed, (await mona.Connection.EnterAsync("foyer")).Error);
        await mona.Enter("halle");
    }

    [Fact]
    public async Task WhomTheProviderVouchesForIsVouchedForThereToo()
    {
        var caller = new Caller($"o{Guid.NewGuid():N}", "Ada Lovelace", "Stadt Unna", Roles.Member) { Origin = Caller.OpenIdOrigin, Verified = true };
        using var window = new Browser(house.Address);
        var session = await ComesInAsync(window, (await house.Services.GetRequiredService<SignInCodes>().GiveAsync(caller)).Code);
        Assert.Equal((caller.Id, "Ada Lovelace", "Stadt Unna", Roles.Member, true), (session.Id, session.Name, session.Affiliation, session.Role, session.Verified));
        Assert.Equal(Caller.OpenIdOrigin, (await house.Services.GetRequiredService<IGrainFactory>().GetGrain<IMemberGrain>(caller.Id).Profile())!.Origin);
    }

    [Fact]
    public async Task CodeIsGoodOnce()
    {
        using var program = Program(await house.SignIn("Ada"));
        using var window = new Browser(house.Address);
        using var other = new Browser(house.Address);
        var code = await CodeAsync(program);
        await ComesInAsync(window, code);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.SignInCodeInvalid), await MayNotAsync(other, code));
        Assert.Equal(ErrorCode.SignInCodeInvalid, (await MayNotAsync(window, code)).Code);
        Assert.Equal(ErrorCode.SignInCodeInvalid, (await MayNotAsync(other, code, token: true)).Code);
        await ComesInAsync(other, await CodeAsync(program)); // another is another
    }

    [Fact]
    public async Task OfEightWhoUseItAtOnceOneComesIn()
    {
        using var program = Program(await house.SignIn("Ada"));
        var code = await CodeAsync(program);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var window = new Browser(house.Address);
            using var answer = await RedeemAsync(window, code, token: i % 2 == 0);
            return answer.StatusCode;
        }));
        Assert.Single(statuses, s => s == HttpStatusCode.OK);
        Assert.Equal(7, statuses.Count(s => s == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task WhoIsNotSignedInGetsNoCode()
    {
        using var nobody = new Browser(house.Address);
        using var refused = await nobody.Http.PostAsync("/api/session/code", null);
        Assert.Equal((HttpStatusCode.Unauthorized, ErrorCode.SignInNeeded), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
    }

    [Fact]
    public async Task WhoHasBeenBannedMeanwhileDoesNotComeIn()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "foyer");
        var token = await house.SignIn("Eve");
        using var program = Program(token);
        var eve = (await program.Http.GetFromJsonAsync<SessionView>("/api/session"))!;
        var code = await CodeAsync(program);
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, House = true, Reason = "Störung", Minutes = 60 });
        using var window = new Browser(house.Address);
        using var refused = await RedeemAsync(window, code);
        Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.Banned), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
        Assert.Contains("Störung", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        using var again = await program.Http.PostAsync("/api/session/code", null);
        Assert.Equal(ErrorCode.SignInNeeded, (await Browser.RefusalOf(again)).Code);
    }

    [Fact]
    public async Task WhoIsBannedDoesNotComeInByTheCodeOfAnother()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "foyer");
        using var eve = new Browser(house.Address);
        var banned = await eve.SignInAsync(new() { Name = "Eve" });
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = banned.Id, House = true, Reason = "Störung", Minutes = 60 });
        using var friend = Program(await house.SignIn("Bo"));
        Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.Banned), await MayNotAsync(eve, await CodeAsync(friend)));
    }

    [Fact]
    public async Task WhoHasSignedOutMeanwhileIsOut()
    {
        using var program = Program(await house.SignIn("Ada"));
        var code = await CodeAsync(program);
        using (await program.Http.DeleteAsync("/api/session")) { }
        using var window = new Browser(house.Address);
        Assert.Equal((HttpStatusCode.Unauthorized, ErrorCode.SessionEnded), await MayNotAsync(window, code));
    }

    [Fact]
    public async Task WindowThatIsOpenedAllDayHasOneSession()
    {
        using var program = Program(await house.SignIn("Ada"));
        using var window = new Browser(house.Address);
        var ada = await ComesInAsync(window, await CodeAsync(program));
        for (var i = 0; i < 3; i++) Assert.Equal(ada, await ComesInAsync(window, await CodeAsync(program)));
        Assert.Equal(2, await SessionsAsync(ada.Id));
    }

    [Fact]
    public async Task WindowOfSomebodyElseIsTheirsUntilTheySayOtherwise()
    {
        using var program = Program(await house.SignIn("Ada"));
        using var window = new Browser(house.Address);
        var bo = await window.SignInAsync(new() { Name = "Bo" });
        var code = await CodeAsync(program);
        Assert.Equal((HttpStatusCode.Conflict, ErrorCode.SignedInAsAnother), await MayNotAsync(window, code));
        Assert.Equal(bo, await window.SessionAsync());
        Assert.Equal(1, await SessionsAsync(bo.Id));
        var ada = await ComesInAsync(window, code, replace: true);
        Assert.Equal(("Ada", ada), (ada.Name, await window.SessionAsync()));
        Assert.Equal(0, await SessionsAsync(bo.Id));
        // whoever wants a token has a window beside it, and that stays as it is
        using var other = new Browser(house.Address);
        var cem = await other.SignInAsync(new() { Name = "Cem" });
        await ComesInAsync(other, await CodeAsync(program), token: true);
        Assert.Equal(cem, await other.SessionAsync());
    }

    [Fact]
    public async Task ACodeOfEveTakesNoOrganiserOutOfTheirSession()
    {
        using var window = new Browser(house.Address);
        var organiser = await window.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        using var eve = Program(await house.SignIn("Eve"));
        var code = await CodeAsync(eve);
        Assert.Equal(ErrorCode.SignedInAsAnother, (await MayNotAsync(window, code)).Code);
        Assert.Equal(organiser, await window.SessionAsync());
        Assert.Equal(Roles.Organiser, organiser.Role);
    }

    [Fact]
    public async Task RoleThatOneHasInTheWindowIsNotTakenBackByAProgramOfBefore()
    {
        using var window = new Browser(house.Address);
        var ada = await window.SignInAsync(new() { Name = "Ada" });
        var early = (await window.SignInAsync(new() { Name = "Ada" }, token: true)).Token!;
        using var program = Program(early);
        Assert.Equal(ada.Id, (await program.Http.GetFromJsonAsync<SessionView>("/api/session"))!.Id);
        var raised = await window.SignInAsync(new() { Name = "Ada", Invitation = house.Invitation });
        Assert.Equal((ada.Id, Roles.Organiser), (raised.Id, raised.Role));

        Assert.Equal(raised, await ComesInAsync(window, await CodeAsync(program)));
        Assert.Equal(raised, await window.SessionAsync());
        Assert.Equal(Roles.Organiser, (await house.Services.GetRequiredService<IGrainFactory>().GetGrain<IMemberGrain>(ada.Id).Profile())!.Role);

        // and the other way round the window gets what the program has
        using var late = new Browser(house.Address);
        await ComesInAsync(late, await CodeAsync(program));
        Assert.Equal(Roles.Visitor, (await late.SessionAsync())!.Role);
        using var second = Program((await window.SignInAsync(new() { Name = "Ada" }, token: true)).Token!);
        Assert.Equal(Roles.Organiser, (await ComesInAsync(late, await CodeAsync(second))).Role);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("../../../../../../../../../../../../../../..")]
    [InlineData("äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüä")]
    public async Task WhatIsNoCodeOpensNothing(string? code)
    {
        using var eve = new Browser(house.Address);
        Assert.Equal(ErrorCode.SignInCodeInvalid, (await MayNotAsync(eve, code)).Code);
    }

    [Fact]
    public async Task EndlessCodesAndVerifiersOpenNothingAndLeaveTheCodeGood()
    {
        using var eve = new Browser(house.Address);
        Assert.Equal(ErrorCode.SignInCodeInvalid, (await MayNotAsync(eve, new string('A', 20_000))).Code);
        using var program = Program(await house.SignIn("Ada"));
        var code = await CodeAsync(program);
        foreach (var verifier in new[] { "", new string('v', 42), new string('v', 129), new string('ß', 43) })
            Assert.Equal(ErrorCode.SignInCodeInvalid, (await MayNotAsync(eve, code, verifier)).Code);
        await ComesInAsync(eve, code);
    }

    [Fact]
    public async Task WithAChallengeItTakesTheVerifierAndThereIsOneTry()
    {
        var codes = house.Services.GetRequiredService<SignInCodes>();
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var caller = new Caller(Guid.NewGuid().ToString("N"), "Ada", "", Roles.Member);
        using var eve = new Browser(house.Address);
        foreach (var wrong in new[] { null, challenge, verifier + "x" })
        {
            var stolen = (await codes.GiveAsync(caller, challenge)).Code;
            Assert.Equal(ErrorCode.SignInCodeInvalid, (await MayNotAsync(eve, stolen, wrong, token: true)).Code);
            Assert.Equal(ErrorCode.SignInCodeInvalid, (await MayNotAsync(eve, stolen, verifier, token: true)).Code);
        }
        Assert.NotNull((await ComesInAsync(eve, (await codes.GiveAsync(caller, challenge)).Code, verifier, token: true)).Token);
    }

    [Fact]
    public async Task PageOfAnotherSiteSignsNobodyIn()
    {
        using var program = Program(await house.SignIn("Ada"));
        var code = await CodeAsync(program);
        using var eve = new Browser(house.Address);
        eve.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.ForeignSite), await MayNotAsync(eve, code));
    }

    [Fact]
    public async Task WhoTriesTooOftenIsSlowedDown()
    {
        await using var strict = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:SignInsPerMinute", "2");
        using var eve = new Browser(strict.Address);
        for (var i = 0; i < 2; i++) Assert.Equal(ErrorCode.SignInCodeInvalid, (await MayNotAsync(eve, new string('A', 43))).Code);
        Assert.Equal((HttpStatusCode.TooManyRequests, ErrorCode.TooManyCalls), await MayNotAsync(eve, new string('A', 43)));
    }
}
