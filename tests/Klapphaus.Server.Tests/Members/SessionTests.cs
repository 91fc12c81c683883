using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Members;

/// <summary>Signing in and out.</summary>
public sealed class SessionTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task CookieIsOutOfReachOfScriptsAndOtherSites()
    {
        using var browser = new Browser(house.Address);
        using var response = await browser.PostSessionAsync(new() { Name = "Ada" });
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie")).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Null((await response.Content.ReadFromJsonAsync<SessionView>())!.Token);
    }

    [Fact]
    public async Task CookieKeepsTheSessionUntilOneSignsOut()
    {
        using var browser = new Browser(house.Address);
        var session = await browser.SignInAsync(new() { Name = " Ada   Lovelace ", Affiliation = "Stadt Unna" });
        Assert.Equal(("Ada Lovelace", "Stadt Unna", "visitor"), (session.Name, session.Affiliation, session.Role));
        Assert.Equal(session, await browser.Http.GetFromJsonAsync<SessionView>("/api/session"));
        using (await browser.Http.DeleteAsync("/api/session")) { }
        using var after = await browser.Http.GetAsync("/api/session");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.Equal(ErrorCode.SignInNeeded, (await Browser.RefusalOf(after)).Code);
    }

    [Fact]
    public async Task WhoChangesTheirNameStaysTheSameMember()
    {
        using var browser = new Browser(house.Address);
        var before = await browser.SignInAsync(new() { Name = "Ada" });
        var after = await browser.SignInAsync(new() { Name = "Ada King" });
        Assert.Equal((before.Id, "Ada King"), (after.Id, after.Name));
    }

    [Theory]
    [InlineData("", ErrorCode.NameUnusable)]
    [InlineData("   ", ErrorCode.NameUnusable)]
    [InlineData("Ad\u0007a", ErrorCode.NameUnusable)]
    [InlineData("Ada\u202eevil", ErrorCode.NameUnusable)]
    [InlineData("Aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde", ErrorCode.NameUnusable)]
    public async Task NameThatCannotBeShownIsRefused(string name, ErrorCode expected)
    {
        using var browser = new Browser(house.Address);
        using var response = await browser.PostSessionAsync(new() { Name = name });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(expected, (await Browser.RefusalOf(response)).Code);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task AffiliationThatIsTooLongIsRefused()
    {
        using var browser = new Browser(house.Address);
        using var response = await browser.PostSessionAsync(new() { Name = "Ada", Affiliation = new string('x', 61) });
        Assert.Equal(ErrorCode.AffiliationUnusable, (await Browser.RefusalOf(response)).Code);
    }

    [Theory]
    [InlineData("de-DE,de;q=0.9", "Bitte geben Sie Ihren Namen ein")]
    [InlineData("en-GB,en;q=0.9,de;q=0.5", "Please give your name")]
    [InlineData(null, "Bitte geben Sie Ihren Namen ein")]
    public async Task RefusalSpeaksTheCallersLanguage(string? language, string sentence)
    {
        using var browser = new Browser(house.Address);
        if (language is not null) browser.Http.DefaultRequestHeaders.Add("Accept-Language", language);
        using var response = await browser.PostSessionAsync(new() { Name = "" });
        Assert.Contains(sentence, (await Browser.RefusalOf(response)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvitationOfTheHouseMakesAnOrganiser()
    {
        using var browser = new Browser(house.Address);
        Assert.Equal("organiser", (await browser.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation })).Role);
        Assert.Equal("organiser", (await browser.SignInAsync(new() { Name = "Olga Ö." })).Role); // once given, kept
    }

    [Fact]
    public async Task ChangedInvitationIsRefused()
    {
        var invitation = house.Invitation;
        var middle = invitation.Length / 2;
        var changed = invitation[..middle] + (invitation[middle] == 'A' ? 'B' : 'A') + invitation[(middle + 1)..];
        foreach (var forged in new[] { changed, invitation[..^4], "x", "ü§$%", new string('A', 5000) })
        {
            using var browser = new Browser(house.Address);
            using var response = await browser.PostSessionAsync(new() { Name = "Mallory", Invitation = forged });
            Assert.Equal(ErrorCode.InvitationInvalid, (await Browser.RefusalOf(response)).Code);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task SessionTokenIsNoInvitation()
    {
        using var browser = new Browser(house.Address);
        using var response = await browser.PostSessionAsync(new() { Name = "Mallory", Invitation = await house.SignIn("Mallory") });
        Assert.Equal(ErrorCode.InvitationInvalid, (await Browser.RefusalOf(response)).Code);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[1,2,3]")]
    [InlineData("{\"name\": 7}")]
    public async Task BodyThatIsNoSessionIsRefusedWithANumber(string body)
    {
        using var browser = new Browser(house.Address);
        using var response = await browser.Http.PostAsync("/api/session", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(ErrorCode.Malformed, (await Browser.RefusalOf(response)).Code);
    }

    [Fact]
    public async Task BodyThatIsTooLargeIsRefused()
    {
        using var browser = new Browser(house.Address);
        using var response = await browser.PostSessionAsync(new() { Name = new string('x', 1_000_000) });
        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api/session")]
    [InlineData("GET", "/api/house")]
    [InlineData("GET", "/gibt/es/nicht")]
    [InlineData("POST", "/api/session")]
    [InlineData("POST", "/house/negotiate")]
    [InlineData("GET", "/healthz/live")]
    public async Task EveryAnswerCarriesTheSecurityHeaders(string method, string path)
    {
        using var browser = new Browser(house.Address);
        using var response = await browser.Http.SendAsync(new(new(method), path));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task HubIsClosedToWhoIsNotSignedIn()
    {
        using var browser = new Browser(house.Address);
        using var response = await browser.Http.PostAsync("/house/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(ErrorCode.SignInNeeded, (await Browser.RefusalOf(response)).Code);
    }

    [Fact]
    public async Task ChangedTokenOpensNothing()
    {
        var token = await house.SignIn("Mallory");
        foreach (var forged in new[] { token[..^3] + "AAA", token[..20] + (token[20] == 'x' ? 'y' : 'x') + token[21..], "x", "" })
        {
            using var browser = new Browser(house.Address);
            browser.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + forged);
            using var session = await browser.Http.GetAsync("/api/session");
            Assert.Equal(HttpStatusCode.Unauthorized, session.StatusCode);
            using var hub = await browser.Http.PostAsync("/house/negotiate?negotiateVersion=1", null);
            Assert.Equal(HttpStatusCode.Unauthorized, hub.StatusCode);
        }
    }

    [Fact]
    public async Task ChangedCookieOpensNothing()
    {
        using var browser = new Browser(house.Address);
        await browser.SignInAsync(new() { Name = "Mallory" });
        var cookie = Assert.Single(browser.Cookies.GetAllCookies());
        cookie.Value = cookie.Value[..40] + (cookie.Value[40] == 'x' ? 'y' : 'x') + cookie.Value[41..];
        using var response = await browser.Http.GetAsync("/api/session");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task TokenSaysWhoOneIsWhateverElseIsSent()
    {
        using var browser = new Browser(house.Address);
        var bo = await browser.SignInAsync(new() { Name = "Bo" });
        browser.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await house.SignIn("Ada"));
        var seen = await browser.Http.GetFromJsonAsync<SessionView>("/api/session?id=" + bo.Id);
        Assert.Equal("Ada", seen!.Name);
        Assert.NotEqual(bo.Id, seen.Id);
    }

    [Fact]
    public async Task NameOfARoleIsForWhoHasIt()
    {
        using var browser = new Browser(house.Address);
        using var refused = await browser.PostSessionAsync(new() { Name = "Klapphaus M0deration" });
        Assert.Equal(ErrorCode.NameTaken, (await Browser.RefusalOf(refused)).Code);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        Assert.Equal("Klapphaus M0deration", (await browser.SignInAsync(new() { Name = "Klapphaus M0deration", Invitation = house.Invitation })).Name);
    }
}
