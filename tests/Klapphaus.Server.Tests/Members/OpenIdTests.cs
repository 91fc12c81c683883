using System.Net.Http.Json;
using System.Text.Json;
using Klapphaus.Grains.Members;
using Klapphaus.Server.Start;
using Klapphaus.Server.Tests.Stage;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Members;

/// <summary>Signing in with the network's identity provider.</summary>
public sealed class OpenIdTests(HouseWithProvider shared) : IClassFixture<HouseWithProvider>, IDisposable
{
    readonly TestHouse house = shared.Open;
    readonly OpenIdProvider provider = shared.Provider;
    readonly Browser browser = new(shared.Open.Address);

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task WhoHasAnAccountComesInUnderTheNameThatTheProviderVouchesFor()
    {
        Assert.Equal("/", (await browser.SignInByProviderAsync("ada")).PathAndQuery);
        var ada = await browser.SessionAsync();
        Assert.Equal(("Ada Lovelace", "Stadt Unna", "member", true), (ada!.Name, ada.Affiliation, ada.Role, ada.Verified));
        Assert.Matches("^o[0-9a-f]{32}$", ada.Id);
    }

    [Fact]
    public async Task OthersSeeWhomTheProviderVouchesFor()
    {
        await browser.SignInByProviderAsync("ada");
        var token = (await browser.SignInAsync(new() { Name = "Ada" }, token: true)).Token;
        await using var bo = await house.Enter("Bo", "foyer");
        await using var ada = await house.Arrive("Ada", token);
        Assert.True(ada.Connection.Me.Verified);
        await ada.Enter("foyer");
        await bo.WaitUntil(p => p.PersonOf(ada.Id) is { Member: { Verified: true, Name: "Ada Lovelace" } }, "Ada is in the room and verified");
        await ada.WaitUntil(p => p.PersonOf(bo.Id) is { Member.Verified: false }, "Bo is in the room and not verified");
    }

    [Fact]
    public async Task NameThatTheProviderVouchesForIsTakenFromWhoOnlySaysSo()
    {
        provider.Accounts["grace"] = new("2006") { Name = "Grace Hopper" };
        await using var eve = await house.Enter("Grace Hopper", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        Assert.Equal("Grace Hopper", eve.ShownName);
        await browser.SignInByProviderAsync("grace");
        await using var grace = await house.Arrive("Grace", (await browser.SignInAsync(new() { Name = "Grace" }, token: true)).Token);
        await grace.Enter("foyer");
        foreach (var viewer in new[] { bo, eve, grace })
        {
            await viewer.WaitUntil(p => p.PersonOf(grace.Id) is { Member: { Verified: true, Name: "Grace Hopper" } }, "Grace is called as the provider says");
            await viewer.WaitUntil(p => p.PersonOf(eve.Id) is { Member: { Verified: false, Name: "Grace Hopper (2)" } }, "Eve has a number");
        }
        Assert.Equal("Grace Hopper", eve.Name); // what she has said of herself is her own affair
    }

    [Theory]
    [InlineData("bo", "member")]
    [InlineData("mia", "moderator")]
    [InlineData("olga", "organiser")] // who has two has the higher one
    public async Task RoleComesFromTheGroups(string login, string role)
    {
        await browser.SignInByProviderAsync(login);
        Assert.Equal(role, (await browser.SessionAsync())!.Role);
    }

    [Fact]
    public async Task SamePersonIsTheSameMemberInEveryBrowser()
    {
        using var other = new Browser(house.Address);
        using var third = new Browser(house.Address);
        await browser.SignInByProviderAsync("ada");
        await other.SignInByProviderAsync("ada");
        await third.SignInByProviderAsync("bo");
        Assert.Equal((await browser.SessionAsync())!.Id, (await other.SessionAsync())!.Id);
        Assert.NotEqual((await browser.SessionAsync())!.Id, (await third.SessionAsync())!.Id);
    }

    [Fact]
    public async Task WhatTheProviderVouchesForIsNotChangedHere()
    {
        await browser.SignInByProviderAsync("ada");
        var after = await browser.SignInAsync(new() { Name = "Bo Berg", Affiliation = "Stadt Soest" });
        Assert.Equal(("Ada Lovelace", "Stadt Unna", true), (after.Name, after.Affiliation, after.Verified));
        Assert.Equal(after, await browser.SessionAsync());
    }

    [Fact]
    public async Task WhoSignsOutIsOut()
    {
        await browser.SignInByProviderAsync("ada");
        using (await browser.Http.DeleteAsync("/api/session")) { }
        Assert.Null(await browser.SessionAsync());
    }

    [Fact]
    public async Task RoomThatWasWantedIsStillWantedAfterwards() => Assert.Equal("/?raum=halle", (await browser.SignInByProviderAsync("ada", "?room=halle")).PathAndQuery);

    [Theory]
    [InlineData("?room=https://boese.example/")]
    [InlineData("?room=//boese.example")]
    [InlineData("?room=%0d%0aLocation:%20https://boese.example/")]
    [InlineData("?returnUrl=https://boese.example/&redirect_uri=https://boese.example/&ReturnUrl=//boese.example")]
    public async Task NoAddressLeadsOutOfTheHouse(string query)
    {
        var end = await browser.SignInByProviderAsync("ada", query);
        Assert.Equal((house.Address.Authority, "/"), (end.Authority, end.AbsolutePath));
    }

    [Fact]
    public async Task WhoWouldRatherNotIsToldOnTheWelcomePage()
    {
        var end = await browser.FollowAsync(new($"{await browser.SetOutAsync("?room=halle")}&decline=1"));
        Assert.Equal("/?raum=halle&sign-in=2013", end.PathAndQuery);
        Assert.Null(await browser.SessionAsync());
    }

    [Theory]
    [InlineData(OpenIdLie.ForeignIssuer)]
    [InlineData(OpenIdLie.ForeignAudience)]
    [InlineData(OpenIdLie.ForeignKey)]
    [InlineData(OpenIdLie.Expired)]
    [InlineData(OpenIdLie.OtherNonce)]
    public async Task TokenThatIsNotTheProvidersForThisSignInIsRefused(OpenIdLie lie)
    {
        provider.Lie = lie;
        try
        {
            Assert.Equal("/?sign-in=2013", (await browser.SignInByProviderAsync("ada")).PathAndQuery);
        }
        finally
        {
            provider.Lie = OpenIdLie.None;
        }
        Assert.Null(await browser.SessionAsync());
        Assert.Equal("/", (await browser.SignInByProviderAsync("ada")).PathAndQuery); // and nothing stays broken
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=abc")]
    [InlineData("?code=abc&state=")]
    [InlineData("?code=abc&state=CfDJ8falsch")]
    [InlineData("?error=access_denied&error_description=%3Cscript%3E")]
    public async Task ForgedStateIsRefused(string query)
    {
        Assert.Equal("/?sign-in=2013", (await browser.FollowAsync(new(house.Address, "/api/sign-in/openid/callback" + query))).PathAndQuery);
        Assert.Null(await browser.SessionAsync());
    }

    [Fact]
    public async Task StateOfAnotherBrowserIsRefused()
    {
        var answer = await browser.AnswerOfProviderAsync("ada");
        using var mallory = new Browser(house.Address);
        Assert.Equal("/?sign-in=2013", (await mallory.FollowAsync(answer)).PathAndQuery);
        Assert.Null(await mallory.SessionAsync());
        Assert.Equal("/", (await browser.FollowAsync(answer)).PathAndQuery);
    }

    [Fact]
    public async Task AnswerCountsOnce()
    {
        var answer = await browser.AnswerOfProviderAsync("ada");
        await browser.FollowAsync(answer);
        Assert.NotNull(await browser.SessionAsync());
        using (await browser.Http.DeleteAsync("/api/session")) { }
        Assert.Equal("/?sign-in=2013", (await browser.FollowAsync(answer)).PathAndQuery);
        Assert.Null(await browser.SessionAsync());
    }

    [Fact]
    public async Task CodeOfSomebodyElseIsRefused()
    {
        using var mallory = new Browser(house.Address);
        var (hers, his) = (await browser.AnswerOfProviderAsync("ada"), await mallory.AnswerOfProviderAsync("bo"));
        var smuggled = new UriBuilder(his) { Query = his.Query.Replace(Code(his), Code(hers), StringComparison.Ordinal) };
        Assert.Equal("/?sign-in=2013", (await mallory.FollowAsync(smuggled.Uri)).PathAndQuery);
        Assert.Null(await mallory.SessionAsync());
    }

    [Theory]
    [InlineData(null, "Grete", "Groß", "Grete Groß")]
    [InlineData("Eine, deren Name viel länger ist als ein Schild breit", "Grete", "Groß", "Grete Groß")]
    [InlineData("\u200b", null, null, "grete.gross")]
    public async Task NameThatCannotBeShownIsReplacedByTheNextBest(string? name, string? given, string? family, string expected)
    {
        provider.Accounts["grete"] = new("2001") { Name = name, GivenName = given, FamilyName = family, UserName = "grete.gross" };
        await browser.SignInByProviderAsync("grete");
        Assert.Equal(expected, (await browser.SessionAsync())!.Name);
    }

    [Fact]
    public async Task AccountWithoutAnyNameIsRefusedWithTheReason()
    {
        provider.Accounts["niemand"] = new("2002");
        Assert.Equal("/?sign-in=2002", (await browser.SignInByProviderAsync("niemand")).PathAndQuery);
        Assert.Null(await browser.SessionAsync());
    }

    [Fact]
    public async Task AccountThatIsCalledLikeARoleIsRefusedUnlessItHasIt()
    {
        provider.Accounts["admin"] = new("2003") { Name = "Klapphaus-Support" };
        Assert.Equal("/?sign-in=2011", (await browser.SignInByProviderAsync("admin")).PathAndQuery);
        provider.Accounts["admin"] = new("2003") { Name = "Klapphaus-Support", Groups = ["vorstand"] };
        Assert.Equal("/", (await browser.SignInByProviderAsync("admin")).PathAndQuery);
    }

    [Fact]
    public async Task LongAffiliationIsCut()
    {
        provider.Accounts["lang"] = new("2004") { Name = "Lang", Organization = "Zweckverband " + new string('x', 80) };
        await browser.SignInByProviderAsync("lang");
        var affiliation = (await browser.SessionAsync())!.Affiliation;
        Assert.Equal((60, '…'), (affiliation.Length, affiliation[^1]));
    }

    [Fact]
    public async Task WhoIsBannedDoesNotComeIn()
    {
        provider.Accounts["mallory"] = new("2005") { Name = "Mallory" };
        await browser.SignInByProviderAsync("mallory");
        var id = (await browser.SessionAsync())!.Id;
        await house.Services.GetRequiredService<IGrainFactory>().GetGrain<IMemberGrain>(id).Ban(new() { Reason = "Werbung", Since = DateTimeOffset.UnixEpoch, By = "m1" });
        Assert.Null(await browser.SessionAsync());
        Assert.Equal("/?sign-in=2007", (await browser.SignInByProviderAsync("mallory")).PathAndQuery);
        Assert.Null(await browser.SessionAsync());
    }

    [Fact]
    public async Task HouseOpensBeforeTheProviderAndUsesItWhenItIsThere()
    {
        var port = Ports.Free();
        await using var early = await TestHouse.OpenAsync(DrawnHouse.Small(), OpenIdProvider.SettingsAt(new($"http://localhost:{port}/")));
        using var ada = new Browser(early.Address);
        Assert.Equal("/?raum=halle&sign-in=2014", (await ada.SetOutAsync("?room=halle")).PathAndQuery);
        await ada.SignInAsync(new() { Name = "Ada" }); // a guest needs no provider
        Uri answer;
        await using (var late = await OpenIdProvider.StartAsync(port))
        {
            Assert.Equal("/", (await ada.SignInByProviderAsync("ada")).PathAndQuery);
            answer = await ada.AnswerOfProviderAsync("ada");
        }
        Assert.Equal("/?sign-in=2014", (await ada.FollowAsync(answer)).PathAndQuery); // gone between question and answer
    }

    [Fact]
    public async Task WhoSetsOutTooOftenIsToldOnTheWelcomePage()
    {
        await using var strict = await TestHouse.OpenAsync(DrawnHouse.Small(), [.. provider.Settings, "--Klapphaus:SignInsPerMinute", "1"]);
        using var hasty = new Browser(strict.Address);
        await hasty.SetOutAsync();
        Assert.Equal("/?sign-in=1005", (await hasty.SetOutAsync()).PathAndQuery);
    }

    [Fact]
    public async Task HouseWithoutVisitorsTakesAnAccountOrAnInvitation()
    {
        await using var closed = await TestHouse.OpenAsync(DrawnHouse.Small(), [.. provider.Settings, "--Klapphaus:Visitors", "false"]);
        using var visitor = new Browser(closed.Address);
        using (var refused = await visitor.PostSessionAsync(new() { Name = "Vera" })) Assert.Equal(ErrorCode.InvitationNeeded, (await Browser.RefusalOf(refused)).Code);
        Assert.Equal("organiser", (await visitor.SignInAsync(new() { Name = "Vera", Invitation = closed.Invitation })).Role);
        Assert.Equal("Vera V.", (await visitor.SignInAsync(new() { Name = "Vera V." })).Name); // who is in may change the name
        using var ada = new Browser(closed.Address);
        await ada.SignInByProviderAsync("ada");
        Assert.Equal("member", (await ada.SessionAsync())!.Role);
    }

    [Fact]
    public async Task HouseTellsHowOneComesIn()
    {
        var told = await browser.Http.GetFromJsonAsync<JsonElement>("/api/house");
        Assert.Equal((OpenIdProvider.Name, true), (told.GetProperty("signIn").GetProperty("name").GetString(), told.GetProperty("visitors").GetBoolean()));
        await using var plain = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:Visitors", "false");
        using var other = new Browser(plain.Address);
        told = await other.Http.GetFromJsonAsync<JsonElement>("/api/house");
        Assert.Equal((JsonValueKind.Null, false), (told.GetProperty("signIn").ValueKind, told.GetProperty("visitors").GetBoolean()));
    }

    static string Code(Uri answer) => answer.Query.TrimStart('?').Split('&').Single(part => part.StartsWith("code=", StringComparison.Ordinal));
}
