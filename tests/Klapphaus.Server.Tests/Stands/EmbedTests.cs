using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Klapphaus.Contracts;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Tests.Files;
using Klapphaus.Server.Tests.Stage;
using SkiaSharp;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>An open stand as a card on another site: for those sites alone that the operator has named, without a script, and about nobody.</summary>
public sealed partial class EmbedTests(EmbedTests.OpenFair fair) : IClassFixture<EmbedTests.OpenFair>
{
    const string Site = "https://stadtretter.example";

    /// <summary>A house that lets one site embed its stands.</summary>
    public sealed class OpenFair : IAsyncLifetime
    {
        internal TestHouse Open { get; private set; } = null!;

        internal string Stand { get; private set; } = "";

        internal Browser Bea { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Open = await TestHouse.OpenAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1).WithStand("foyer", 2, 9, 1), "--Klapphaus:EmbedOrigins", $"{Site}, https://soest.example:8443/");
            using var olga = await Open.OrganiserAsync();
            Stand = (await olga.GiveAsync("halle", "stand-1")).Id;
            Bea = new(Open.Address);
            await Bea.ComeAsync("Bea", await olga.InviteAsync(Stand, owner: true));
            await Bea.PublishAsync(Stand, "Stadt <Soest> & Co");
            await Bea.WriteAsync(Stand, "accent", "#2f6b22");
            using var nobody = new Browser(Open.Address);
            await IsAsync(nobody, Stand, card => card?.Accent == "#2f6b22");
        }

        public async ValueTask DisposeAsync()
        {
            Bea.Dispose();
            await Open.DisposeAsync();
        }
    }

    [Fact]
    public async Task TheCardIsAPageWithoutAScriptThatNamedSitesMayFrame()
    {
        using var nobody = new Browser(fair.Open.Address);
        using var answer = await nobody.SendAsync(HttpMethod.Get, $"/embed/stands/{fair.Stand}");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var page = await answer.Content.ReadAsStringAsync();
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains($"frame-ancestors {Site} https://soest.example:8443", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        // the browser takes the style in the page for the one that the policy allows
        var style = Style().Match(page).Groups["style"].Value;
        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", policy, StringComparison.Ordinal);
        Assert.Contains("#2f6b22", style, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.CacheControl?.MaxAge);
        Assert.False(answer.Headers.Contains("Set-Cookie"));

        Assert.Contains("<h1>Stadt &lt;Soest&gt; &amp; Co</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<p>Läden auf Zeit</p>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Gerade ist niemand da", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{fair.Open.Address}?raum=halle&amp;stand={fair.Stand}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\">", page, StringComparison.Ordinal);
        var english = await nobody.Http.GetStringAsync($"/embed/stands/{fair.Stand}?lang=en");
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("Nobody is there just now", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItSaysWhetherSomebodyIsThere()
    {
        using var nobody = new Browser(fair.Open.Address);
        var token = (await fair.Bea.SignInAsync(new() { Name = "Bea" }, token: true)).Token!;
        await using (var bea = await fair.Open.Arrive("Bea", token))
        {
            await bea.Enter("foyer"); // wherever in the house
            Assert.Equal(ErrorCode.None, await bea.Connection.StandDutyAsync(fair.Stand, true));
            await IsAsync(nobody, fair.Stand, card => card?.Staffed == true);
            Assert.Contains("Jemand ist da", await nobody.Http.GetStringAsync($"/embed/stands/{fair.Stand}"), StringComparison.Ordinal);
            Assert.DoesNotContain("Bea", await nobody.Http.GetStringAsync($"/embed/stands/{fair.Stand}"), StringComparison.Ordinal);
            Assert.Equal(ErrorCode.None, await bea.Connection.StandDutyAsync(fair.Stand, false));
            await IsAsync(nobody, fair.Stand, card => card?.Staffed == false);
            Assert.Contains("Gerade ist niemand da", await nobody.Http.GetStringAsync($"/embed/stands/{fair.Stand}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ProgramsOfThoseSitesReadTheSame()
    {
        using var nobody = new Browser(fair.Open.Address);
        foreach (var (origin, allowed) in new[] { (Site, true), ("https://soest.example:8443", true), ("https://soest.example", false), ("http://stadtretter.example", false), ("null", false), (Site + ".evil.example", false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/stands/{fair.Stand}/card.json");
            request.Headers.Add("Origin", origin);
            using var answer = await nobody.Http.SendAsync(request);
            Assert.Equal((origin, HttpStatusCode.OK), (origin, answer.StatusCode));
            Assert.Equal((origin, allowed ? origin : null), (origin, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? Assert.Single(values) : null));
            Assert.Contains("Origin", answer.Headers.Vary);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        }
        var badge = await nobody.Http.GetFromJsonAsync<JsonElement>($"/api/stands/{fair.Stand}/card.json");
        Assert.Equal(["accent", "id", "line", "link", "logo", "name", "staffed"], badge.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("Stadt <Soest> & Co", "#2f6b22"), (badge.GetProperty("name").GetString(), badge.GetProperty("accent").GetString()));
    }

    [Fact]
    public async Task TheLogoIsAPictureThatTheHouseHasDrawnForWhoeverSeesTheCard()
    {
        using var nobody = new Browser(fair.Open.Address);
        using (var none = await nobody.SendAsync(HttpMethod.Get, $"/embed/stands/{fair.Stand}/logo")) Assert.Equal(ErrorCode.StandUnknown, (await Browser.RefusalOf(none)).Code);
        var logo = await fair.Bea.UploadAsync(fair.Stand, Samples.Picture(SKEncodedImageFormat.Png), "Logo.png");
        Assert.Equal("taken", Assert.Single(await fair.Bea.EditAsync(fair.Stand, new StandEditRequest { Field = "logo", Value = new() { Text = "Wappen", File = logo } })).Verdict);
        var address = (await IsAsync(nobody, fair.Stand, card => card?.Logo.Length > 0))!.Logo;
        Assert.Contains($"<img src=\"{address}\" alt=\"\">", await nobody.Http.GetStringAsync($"/embed/stands/{fair.Stand}"), StringComparison.Ordinal);
        using (var shown = await nobody.Http.GetAsync(address)) Assert.Equal((HttpStatusCode.OK, "image/webp"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
        await fair.Bea.EditAsync(fair.Stand, new StandEditRequest { Field = "logo", Revision = (await fair.Bea.DraftAsync(fair.Stand)).Fields["logo"].Revision });
        await IsAsync(nobody, fair.Stand, card => card?.Logo.Length == 0);
    }

    [Fact]
    public async Task OnlyOpenStandsAreShown()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var hidden = (await olga.GiveAsync("foyer", "stand-2")).Id;
        using var bea = new Browser(fair.Open.Address);
        await bea.ComeAsync("Berta", await olga.InviteAsync(hidden, owner: true));
        foreach (var stand in new[] { hidden, "x", $"s{Guid.NewGuid():N}", "../../api", new string('s', 300) }) await IsUnknownAsync(Uri.EscapeDataString(stand));
        await bea.PublishAsync(hidden, "Stadt Unna");
        await IsAsync(bea, hidden, card => card is not null);
        using (var shown = await bea.SendAsync(HttpMethod.Get, $"/embed/stands/{hidden}")) Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{hidden}/down", new StandTakedownRequest { Reason = "Prüfung" });
        await IsAsync(bea, hidden, card => card is null);
        await IsUnknownAsync(hidden);

        async Task IsUnknownAsync(string stand)
        {
            foreach (var path in new[] { $"/embed/stands/{stand}", $"/embed/stands/{stand}/logo", $"/api/stands/{stand}/card.json" })
                Assert.Equal((path, HttpStatusCode.NotFound, ErrorCode.StandUnknown), await olga.MayNotAsync(HttpMethod.Get, path) is var (status, code) ? (path, status, code) : default);
        }
    }

    [Fact]
    public async Task AHouseWithoutThatSettingIsFramedByNobody()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1));
        using var olga = await house.OrganiserAsync();
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        await bea.PublishAsync(stand, "Stadt Soest");
        await IsAsync(bea, stand, card => card is not null);
        using var answer = await bea.SendAsync(HttpMethod.Get, $"/embed/stands/{stand}");
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/stands/{stand}/card.json");
        request.Headers.Add("Origin", Site);
        using var told = await bea.Http.SendAsync(request);
        Assert.False(told.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" https://A.example , https://b.example:8443/ ", "https://a.example https://b.example:8443")]
    [InlineData("http://localhost:5000", "http://localhost:5000")]
    [InlineData("http://a.example", null)]
    [InlineData("a.example", null)]
    [InlineData("https://a.example/pfad", null)]
    [InlineData("https://a.example?x", null)]
    [InlineData("https://u@a.example", null)]
    [InlineData("*", null)]
    [InlineData("https://*.example", null)]
    [InlineData("https://a.example; script-src *", null)]
    [InlineData("'self'", null)]
    public void OnlyAddressesOfSitesAreTaken(string written, string? read) => Assert.Equal(read, EmbedOrigins.Read(written) is { } origins ? string.Join(' ', origins.Origins) : null);

    /// <summary>Waits until the card is so, or null where there is none: the process that answers hears of changes a moment later.</summary>
    static async Task<StandBadgeView?> IsAsync(Browser who, string stand, Predicate<StandBadgeView?> isSo)
    {
        var card = await CardAsync(who, stand);
        for (var look = 0; look < 200 && !isSo(card); look++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            card = await CardAsync(who, stand);
        }
        Assert.True(isSo(card), $"{card}");
        return card;
    }

    static async Task<StandBadgeView?> CardAsync(Browser who, string stand)
    {
        using var answer = await who.SendAsync(HttpMethod.Get, $"/api/stands/{stand}/card.json");
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<StandBadgeView>(TestContext.Current.CancellationToken) : null;
    }

    [GeneratedRegex("<style>(?<style>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Style();
}
