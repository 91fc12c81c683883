using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>Nobody needs a mouse at a stand, whether they give it away, look after it together, or keep order.</summary>
public sealed class StandKeyboardTests(Chromium chromium, SharedHouse house) : StandTestsBase(chromium, house)
{
    [Fact]
    public async Task KeysAloneGiveAPlaceAwayAndLeadTheExhibitorToTheirStand()
    {
        var own = await OpenHouseAsync();
        var olga = await OrganiserAsync(own);
        var keys = olga.Page.Keyboard;
        await olga.Floor.FocusAsync();
        await keys.PressAsync("r");
        await Assertions.Expect(olga.Heading("Räume")).ToBeFocusedAsync();
        await olga.TabToAsync("Stände vergeben");
        await keys.PressAsync("Enter");
        await Assertions.Expect(olga.Heading("Stände vergeben")).ToBeFocusedAsync();
        await olga.TabToAsync("Stand vergeben: Stand 21, Stadt Rosenfurt");
        await keys.PressAsync("Enter");
        await Assertions.Expect(olga.News).ToContainTextAsync("Der Link für den Stand ist ausgestellt: Stand 21, Stadt Rosenfurt.");
        var box = olga.Page.GetByRole(AriaRole.Group, new() { Name = "Link für: Stand 21, Stadt Rosenfurt" });
        await Assertions.Expect(box).ToBeFocusedAsync();
        await olga.TabToAsync("Link kopieren: Link für: Stand 21, Stadt Rosenfurt");
        await TabRound.AssertReachesEverythingAsync(olga);

        var link = new Uri((await box.Locator("p.link").TextContentAsync())!.Trim());
        var uwe = await OpenAsync("Uwe", at: own.Address, path: link.Fragment);
        await uwe.SignInAsync();
        await Assertions.Expect(uwe.Page.GetByRole(AriaRole.Region, new() { Name = "Ihre Stände" })).ToContainTextAsync("Noch sieht ihn nur sein Team.");
        await Inspection.LookAsync(uwe, "room-stand-waits");
        await uwe.TabToAsync("Stand einrichten");
        var page = await uwe.Context.RunAndWaitForPageAsync(() => uwe.Page.Keyboard.PressAsync("Enter"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Neuer Stand", Level = 1 })).ToBeVisibleAsync();
        await page.CloseAsync();
        await uwe.TabToAsync("Später");
        await uwe.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(uwe.Floor).ToBeFocusedAsync();
        await Assertions.Expect(uwe.Button("Später")).ToHaveCountAsync(0);
        Inspection.AssertFaultless();
    }

    [Fact]
    public async Task KeysAloneChooseBetweenTwoVersionsAndReachAllOfThePage()
    {
        var own = await OpenHouseAsync();
        var uwe = await OpenStandAsync(own);
        var bea = await ComeIntoTeamAsync(own, "Bea", await TeamLinkAsync(uwe));
        await uwe.Page.ReloadAsync();
        await uwe.TabToAsync("Ein Satz");
        await uwe.Page.Keyboard.TypeAsync("Uwes Satz");
        await WriteAsync(bea, "line", "Beas Satz");
        await uwe.TabToAsync("Beschreibung");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Ein Satz: Bea war schneller.");
        await uwe.Page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(uwe.Button("Meine Fassung nehmen")).ToBeFocusedAsync();
        await uwe.Page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(uwe.Button("Fassung von Bea nehmen")).ToBeFocusedAsync();
        await TabRound.AssertReachesEverythingAsync(uwe);
        await uwe.TabToAsync("Fassung von Bea nehmen");
        await uwe.Page.Keyboard.PressAsync("Enter");
        var line = uwe.Page.GetByLabel("Ein Satz", new() { Exact = true });
        await Assertions.Expect(line).ToHaveValueAsync("Beas Satz");
        await Assertions.Expect(line).ToBeFocusedAsync();

        // Bea is taken out of the team again, after a second thought
        await uwe.TabToAsync("Aus dem Team nehmen: Bea");
        await uwe.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(uwe.Button("Bea wirklich aus dem Team nehmen")).ToBeFocusedAsync();
        await uwe.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(uwe.Heading("Das Team")).ToBeFocusedAsync();
        await Assertions.Expect(uwe.Page.Locator("main")).Not.ToContainTextAsync("Aus dem Team nehmen");
        await bea.Page.ReloadAsync();
        await Assertions.Expect(bea.Page.GetByLabel("Ein Satz", new() { Exact = true })).ToHaveCountAsync(0);
        await Assertions.Expect(bea.Page.Locator("main")).ToContainTextAsync("Beas Satz");
    }

    [Fact]
    public async Task KeysAloneTakeAStandOfflineAndPutItBack()
    {
        var own = await OpenHouseAsync();
        var olga = await OrganiserAsync(own);
        await OpenStandAsync(own);
        var keys = olga.Page.Keyboard;
        await WalkToStandAsync(olga, 21);
        await olga.Floor.FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(olga.Heading("Werkstatt Innenstadt")).ToBeFocusedAsync();
        await Assertions.Expect(olga.Page.Locator("#panel article")).ToBeVisibleAsync();
        await Assertions.Expect(olga.Page.Locator("#visit-heading")).ToBeVisibleAsync(); // the last to come
        await olga.TabToAsync("Offline nehmen");
        await keys.PressAsync("Enter");
        await olga.TabToAsync("Grund (das Team liest ihn)");
        await keys.TypeAsync("Falsche Zahlen");
        await TabRound.AssertReachesEverythingAsync(olga);
        await olga.TabToAsync("Jetzt offline nehmen");
        await keys.PressAsync("Enter");
        await Assertions.Expect(olga.News).ToContainTextAsync("Es ist offline.");
        await Assertions.Expect(olga.Page.Locator("#stand-moderation")).ToBeFocusedAsync();
        await olga.TabToAsync("Wieder zeigen: Der ganze Stand");
        await keys.PressAsync("Enter");
        await Assertions.Expect(olga.News).ToContainTextAsync("Es ist wieder zu sehen.");
        await Assertions.Expect(olga.Page.Locator("#stand-moderation")).ToBeFocusedAsync();
        await Assertions.Expect(olga.Heading("Werkstatt Innenstadt")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        // its sign may be back only now, and with it the button on the floor: what one has closed stays closed
        await Assertions.Expect(olga.Button("Stand lesen: Werkstatt Innenstadt")).ToBeVisibleAsync();
        await Assertions.Expect(olga.Page.Locator("#panel")).ToHaveCountAsync(0);
        Assert.Contains(await olga.Page.EvaluateAsync<string>("() => document.activeElement.id"), new[] { "open-stand", "floor" });
    }
}
