using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.House;

public sealed class PrivacyTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    [Fact]
    public async Task NoPageAsksAnotherHostForAnything()
    {
        var ada = await EnterAsync("Ada");
        foreach (var panel in (string[])["goto", "people", "rooms", "news", "settings", "help"])
        {
            await ada.OpenPanelAsync(panel);
            await ada.ClosePanelAsync();
        }
        await ada.Page.ReloadAsync();
        await ada.Button("Weiter als Ada").ClickAsync();
        await ada.InRoomAsync("foyer");
        Assert.Equal([House.Address.Authority], ada.Asked.Select(asked => asked.Authority).Distinct(StringComparer.Ordinal));
        Assert.Contains(ada.Asked, asked => asked is { Scheme: "ws", AbsolutePath: "/house" });
        Assert.Contains(ada.Asked, asked => asked.AbsolutePath.EndsWith(".woff2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoScriptReadsTheSessionCookie()
    {
        var ada = await EnterAsync("Ada");
        var cookie = Assert.Single(await ada.Context.CookiesAsync());
        Assert.Equal(("klapphaus", true, SameSiteAttribute.Strict), (cookie.Name, cookie.HttpOnly, cookie.SameSite));
        Assert.Equal("", await ada.Page.EvaluateAsync<string>("() => document.cookie"));
    }

    [Fact]
    public async Task PolicyStopsScriptsThatWereSmuggledIn()
    {
        var ada = await OpenAsync("Ada");
        ada.Forgive("Content Security Policy");
        var stopped = await ada.Page.EvaluateAsync<string>(
            """
            () => new Promise(done => {
              document.addEventListener('securitypolicyviolation', e => done(e.effectiveDirective), { once: true });
              const script = document.createElement('script');
              script.textContent = 'window.smuggled = true';
              document.body.append(script);
            })
            """);
        Assert.StartsWith("script-src", stopped, StringComparison.Ordinal);
        Assert.False(await ada.Page.EvaluateAsync<bool>("() => window.smuggled === true"));
    }

    [Fact]
    public async Task InvitationDoesNotStayInTheAddress()
    {
        var ada = await OpenAsync("Ada", path: "?raum=garten#invitation=not-a-real-one");
        ada.Forgive("status of 422.*/api/session");
        await ada.UntilAsync("the address is clean", "() => location.hash === '' && location.search === '?raum=garten'");
        await ada.Page.GetByLabel("Ihr Name").FillAsync("Ada");
        await ada.Button("Eintreten").ClickAsync();
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Diese Einladung gilt in diesem Haus nicht.");
    }
}
