using System.Net;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Server.Start;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Members;

/// <summary>A program signs somebody in by the system's browser and the network's identity provider, and waits at a port of the same machine.</summary>
public sealed class OpenIdLoopbackTests(HouseWithProvider shared) : IClassFixture<HouseWithProvider>, IDisposable
{
    const string State = "Zustand_7-x";

    /// <summary>The two of RFC 7636, appendix B.</summary>
    const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    static readonly string query = Query("49152", Challenge, State);

    readonly TestHouse house = shared.Open;
    readonly OpenIdProvider provider = shared.Provider;
    readonly Browser browser = new(shared.Open.Address);

    public void Dispose() => browser.Dispose();

    static string Query(string port, string challenge, string state) => $"?loopback={port}&challenge={challenge}&state={state}";

    /// <summary>Where the browser is sent at the end, and what it is told to say there.</summary>
    static (string Where, Dictionary<string, string> Said) Read(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var address = answer.Headers.Location!;
        return (address.GetLeftPart(UriPartial.Path), QueryHelpers.ParseQuery(address.Query).ToDictionary(q => q.Key, q => q.Value.ToString()));
    }

    async Task<string> CodeAsync(string login)
    {
        using var end = await browser.StepAsync(await browser.AnswerOfProviderAsync(login, query));
        var (where, said) = Read(end);
        Assert.Equal(("http://127.0.0.1:49152/", State, 2), (where, said["state"], said.Count));
        return said["code"];
    }

    async Task<HttpResponseMessage> RedeemAsync(string code, string? with)
    {
        using var program = new HttpClient { BaseAddress = house.Address };
        return await program.PostAsJsonAsync("/api/session/redeem?token=true", new SignInCodeRequest { Code = code, Verifier = with });
    }

    [Fact]
    public async Task ProgramGetsASessionAndTheBrowserNone()
    {
        var code = await CodeAsync("ada");
        Assert.Null(await browser.SessionAsync());
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), c => c.Name == "klapphaus");
        using var answer = await RedeemAsync(code, Verifier);
        var session = (await answer.Content.ReadFromJsonAsync<SessionView>())!;
        Assert.Equal(("Ada Lovelace", "Stadt Unna", "member", true), (session.Name, session.Affiliation, session.Role, session.Verified));
        await using var ada = await house.Reach("Ada", session.Token);
        Assert.True(ada.Connection.Me.Verified);
        // the same member as in every browser
        Assert.Equal("/", (await browser.SignInByProviderAsync("ada")).PathAndQuery);
        Assert.Equal(session.Id, (await browser.SessionAsync())!.Id);
    }

    [Fact]
    public async Task RoleComesFromTheGroups()
    {
        using var answer = await RedeemAsync(await CodeAsync("olga"), Verifier);
        Assert.Equal("organiser", (await answer.Content.ReadFromJsonAsync<SessionView>())!.Role);
    }

    [Fact]
    public async Task WhoHasTheCodeAndNotItsVerifierDoesNotComeInAndNorDoesAnybodyAfterwards()
    {
        foreach (var wrong in new[] { null, new string('v', 43), Challenge })
        {
            var code = await CodeAsync("bo");
            using (var refused = await RedeemAsync(code, wrong)) Assert.Equal(ErrorCode.SignInCodeInvalid, (await Browser.RefusalOf(refused)).Code);
            using (var late = await RedeemAsync(code, Verifier)) Assert.Equal(ErrorCode.SignInCodeInvalid, (await Browser.RefusalOf(late)).Code);
        }
    }

    [Fact]
    public async Task NobodyIsSignedInToAProgramWithoutHavingDoneSomethingAtTheProvider()
    {
        Assert.Equal("login", QueryHelpers.ParseQuery((await browser.SetOutAsync(query)).Query)["prompt"]);
        Assert.False(QueryHelpers.ParseQuery((await browser.SetOutAsync()).Query).ContainsKey("prompt")); // who signs in here comes from a page of the house
    }

    [Fact]
    public async Task WhoWouldRatherNotIsToldWhereTheProgramWaits()
    {
        using var end = await browser.StepAsync(await browser.RefusalOfProviderAsync(query));
        var (where, said) = Read(end);
        Assert.Equal(("http://127.0.0.1:49152/", "2013", State, 2), (where, said["error"], said["state"], said.Count));
    }

    [Theory]
    [InlineData(OpenIdLie.ForeignKey)]
    [InlineData(OpenIdLie.OtherNonce)]
    public async Task TokenThatIsNotTheProvidersGivesNoCode(OpenIdLie lie)
    {
        provider.Lie = lie;
        try
        {
            using var end = await browser.StepAsync(await browser.AnswerOfProviderAsync("ada", query));
            Assert.Equal("2013", Read(end).Said["error"]);
        }
        finally
        {
            provider.Lie = OpenIdLie.None;
        }
    }

    [Fact]
    public async Task AnswerOfAnotherBrowserLeadsToNoProgram()
    {
        var answer = await browser.AnswerOfProviderAsync("ada", query);
        using var mallory = new Browser(house.Address);
        using var end = await mallory.StepAsync(answer);
        var (where, said) = Read(end);
        Assert.False(said.ContainsKey("code"), where);
    }

    [Fact]
    public async Task WhoIsBannedIsToldSoAndGetsNoCode()
    {
        provider.Accounts["mallory"] = new("4001") { Name = "Mallory" };
        using var answer = await RedeemAsync(await CodeAsync("mallory"), Verifier);
        var id = (await answer.Content.ReadFromJsonAsync<SessionView>())!.Id;
        var early = await CodeAsync("mallory");
        await house.Services.GetRequiredService<IGrainFactory>().GetGrain<IMemberGrain>(id).Ban(new() { Reason = "Werbung", Since = DateTimeOffset.UnixEpoch, By = "m1" });
        using (var refused = await RedeemAsync(early, Verifier)) Assert.Equal(ErrorCode.Banned, (await Browser.RefusalOf(refused)).Code);
        using var end = await browser.StepAsync(await browser.AnswerOfProviderAsync("mallory", query));
        Assert.Equal("2007", Read(end).Said["error"]);
    }

    [Fact]
    public async Task AccountWithoutANameIsToldSo()
    {
        provider.Accounts["niemand"] = new("4002");
        using var end = await browser.StepAsync(await browser.AnswerOfProviderAsync("niemand", query));
        Assert.Equal("2002", Read(end).Said["error"]);
    }

    public static TheoryData<string> BadQueries =>
    [
        Query("1023", Challenge, State), Query("65536", Challenge, State), Query("0", Challenge, State), Query("-49152", Challenge, State), Query("+49152", Challenge, State),
        Query("49152.0", Challenge, State), Query("4915%32%40boese.example", Challenge, State), Query("49152@boese.example", Challenge, State), Query("", Challenge, State),
        Query("99999999999", Challenge, State), Query("٤٩١٥٢", Challenge, State),
        Query("49152", Challenge[1..], State), Query("49152", Challenge + "A", State), Query("49152", Challenge[1..] + "%3D", State), Query("49152", "", State),
        Query("49152", Challenge, new string('x', 129)), Query("49152", Challenge, "a b"), Query("49152", Challenge, "a%26code%3Dx"), Query("49152", Challenge, "%0d%0aX:1"),
        "?loopback=49152", $"?challenge={Challenge}", "?state=x", $"?loopback=49152&loopback=49153&challenge={Challenge}", $"?loopback=49152&state={State}",
    ];

    [Theory]
    [MemberData(nameof(BadQueries))]
    public async Task WhatCannotBeIsRefusedAtOnceAndLeadsNowhere(string bad)
    {
        using var refused = await browser.StepAsync(new(house.Address, "/api/sign-in/openid" + bad));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var (code, sentence) = await Browser.RefusalOf(refused);
        Assert.Equal(ErrorCode.LoopbackUnusable, code);
        Assert.Contains("1024", sentence, StringComparison.Ordinal);
        Assert.Null(refused.Headers.Location);
        Assert.Empty(browser.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task StateMayBeLongOrLeftOut()
    {
        foreach (var state in new[] { new string('x', 128), "" })
        {
            using var end = await browser.StepAsync(await browser.RefusalOfProviderAsync(Query("1024", Challenge, state)));
            Assert.Equal(("http://127.0.0.1:1024/", state), Read(end) is var (where, said) ? (where, said["state"]) : default);
        }
        using var without = await browser.StepAsync(await browser.RefusalOfProviderAsync($"?loopback=65535&challenge={Challenge}"));
        Assert.Equal("http://127.0.0.1:65535/", Read(without).Where);
    }

    [Fact]
    public async Task WhoSetsOutTooOftenAndWhoFindsNoProviderAreToldWhereTheProgramWaits()
    {
        await using var strict = await TestHouse.OpenAsync(DrawnHouse.Small(), [.. OpenIdProvider.SettingsAt(new($"http://localhost:{Ports.Free()}/")), "--Klapphaus:SignInsPerMinute", "1"]);
        using var hasty = new Browser(strict.Address);
        using (var unreachable = await hasty.StepAsync(new(strict.Address, "/api/sign-in/openid" + query)))
            Assert.Equal(("2014", State), Read(unreachable).Said is var said ? (said["error"], said["state"]) : default);
        using var often = await hasty.StepAsync(new(strict.Address, "/api/sign-in/openid" + query));
        Assert.Equal(("http://127.0.0.1:49152/", "1005"), Read(often) is var (where, told) ? (where, told["error"]) : default);
    }
}
