using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>A stand is given away, set up, read, and taken offline, each by who may.</summary>
public sealed class StandTests(Chromium chromium, SharedHouse house) : StandTestsBase(chromium, house)
{
    [Fact]
    public async Task KeysAloneSetUpAStandAndShowIt()
    {
        var own = await OpenHouseAsync();
        var olga = await OrganiserAsync(own);
        var uwe = await ComeIntoTeamAsync(own, "Uwe", await GivePlaceAsync(olga));
        var keys = uwe.Page.Keyboard;
        await uwe.TabToAsync("Name des Stands");
        await keys.TypeAsync("Werkstatt Innenstadt");
        await uwe.TabToAsync("Ein Satz");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Gespeichert: Name des Stands.");
        await keys.TypeAsync("Wir füllen leere Läden wieder");
        await uwe.TabToAsync("Farbe");
        await keys.TypeAsync("#ff0000");
        await Assertions.Expect(uwe.Page.Locator("#verdict-accent")).ToContainTextAsync("Auf dieser Farbe ist keine Schrift gut zu lesen");
        await keys.PressAsync("Tab"); // to the colour that would do
        await keys.PressAsync("Enter");
        await Assertions.Expect(uwe.Page.Locator("#verdict-accent")).ToContainTextAsync("Weiße Schrift ist auf dieser Farbe gut zu lesen");
        await uwe.TabToAsync("Thema");
        await keys.TypeAsync("Leerstand");
        await keys.PressAsync("Enter");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Hinzugefügt: Themen.");
        await Assertions.Expect(uwe.Page.Locator("#new-topics-text")).ToHaveValueAsync("");
        await keys.TypeAsync("Handel");
        await keys.PressAsync("Enter");
        await Assertions.Expect(uwe.Page.Locator("#list-topics ~ ol > li")).ToHaveCountAsync(2);
        await uwe.TabToAsync("Nach oben: Handel");
        await keys.PressAsync("Enter");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Themen: steht jetzt an Stelle 1.");
        await Assertions.Expect(uwe.Button("Nach unten: Handel")).ToBeFocusedAsync();
        await uwe.TabToAsync("Titel der Unterlage");
        await keys.TypeAsync("Bericht über zwölf Läden");
        await uwe.TabToAsync("Oder eine Adresse im Netz (https://…)");
        await keys.TypeAsync("https://example.org/bericht");
        await keys.PressAsync("Enter");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Hinzugefügt: Unterlagen.");
        await uwe.TabToAsync("Allen zeigen");
        await keys.PressAsync("Enter");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Der Stand ist jetzt für alle zu sehen.");

        var vera = await EnterAsync("Vera", "halle", at: own.Address);
        await WalkToStandAsync(vera, 21);
        await vera.Floor.FocusAsync();
        await vera.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(vera.Heading("Werkstatt Innenstadt")).ToBeFocusedAsync();
        var panel = vera.Page.Locator("#panel");
        await Assertions.Expect(panel).ToContainTextAsync("Wir füllen leere Läden wieder");
        await Assertions.Expect(panel.Locator(".words li")).ToHaveTextAsync(["Handel", "Leerstand"]);
        await Assertions.Expect(panel.GetByRole(AriaRole.Link, new() { Name = "Bericht über zwölf Läden" })).ToHaveAttributeAsync("href", "https://example.org/bericht");
        await Assertions.Expect(panel.GetByRole(AriaRole.Link, new() { Name = "Stand bearbeiten" })).ToHaveCountAsync(0);
        await vera.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(vera.Button("Stand lesen: Werkstatt Innenstadt")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task AStandOpensWhereOneStopsAndClosesWhenOneWalksOn()
    {
        var own = await OpenHouseAsync();
        await OpenStandAsync(own);
        var vera = await EnterAsync("Vera", "halle", at: own.Address);
        await WalkToStandAsync(vera, 21);
        var there = await vera.HereAsync();
        await Assertions.Expect(vera.Button("Stand lesen: Werkstatt Innenstadt")).ToBeVisibleAsync();
        await WalkToStandAsync(vera, 20);
        var away = await vera.HereAsync();
        await vera.Floor.FocusAsync();

        await vera.WalkUntilAsync(() => vera.ClickFloorAsync(there.X, there.Y), "she stops at stand 21", "() => klapphaus.here.stop === 'stand-21'");
        await Assertions.Expect(vera.Heading("Werkstatt Innenstadt")).ToBeVisibleAsync();
        await Assertions.Expect(vera.Floor).ToBeFocusedAsync();
        await vera.WalkUntilAsync(() => vera.ClickFloorAsync(away.X, away.Y), "she stops at stand 20", "() => klapphaus.here.stop === 'stand-20'");
        await Assertions.Expect(vera.Page.Locator("#panel")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task TwoHostsWriteAtTheSameTimeAndLoseNothing()
    {
        var own = await OpenHouseAsync();
        var uwe = await OpenStandAsync(own);
        var bea = await ComeIntoTeamAsync(own, "Bea", await TeamLinkAsync(uwe));

        var line = uwe.Page.GetByLabel("Ein Satz", new() { Exact = true });
        await line.FillAsync("Uwes Satz");
        await WriteAsync(bea, "line", "Beas Satz");
        await line.BlurAsync();
        var choice = uwe.Page.GetByRole(AriaRole.Group, new() { Name = "Zwei Fassungen: Ein Satz" });
        await Assertions.Expect(choice).ToContainTextAsync("Beas Satz");
        await Assertions.Expect(choice).ToContainTextAsync("Uwes Satz");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Ein Satz: Bea war schneller.");
        await Inspection.LookAsync(uwe, "stand-conflict");
        await uwe.Button("Meine Fassung nehmen").ClickAsync();
        await Assertions.Expect(uwe.News).ToContainTextAsync("Gespeichert: Ein Satz.");
        await Assertions.Expect(line).ToHaveValueAsync("Uwes Satz");

        // what was overwritten is in the history, and comes back
        await bea.Page.ReloadAsync();
        await bea.Page.Locator("summary", new() { HasText = "Änderungen ansehen" }).ClickAsync();
        await bea.Button("Zurücknehmen: Ein Satz: „Beas Satz“ zu „Uwes Satz“ geändert").ClickAsync();
        await Assertions.Expect(bea.News).ToContainTextAsync("Die Änderung ist zurückgenommen.");
        await Assertions.Expect(bea.Page.GetByLabel("Ein Satz", new() { Exact = true })).ToHaveValueAsync("Beas Satz");
        Inspection.AssertFaultless();
    }

    [Fact]
    public async Task AModeratorTakesAStandOfflineAndPutsItBackAndTheTeamReadsWhy()
    {
        var own = await OpenHouseAsync();
        var olga = await OrganiserAsync(own);
        var uwe = await OpenStandAsync(own);
        await WalkToStandAsync(olga, 21);
        await olga.Button("Stand lesen: Werkstatt Innenstadt").ClickAsync();
        var panel = olga.Page.Locator("#panel");
        await panel.Locator("summary", new() { HasText = "Offline nehmen" }).ClickAsync();
        await panel.GetByLabel("Grund (das Team liest ihn)").FillAsync("Falsche Zahlen");
        await Inspection.LookAsync(olga, "stand-take-offline");
        await olga.Button("Jetzt offline nehmen").ClickAsync();
        await Assertions.Expect(olga.News).ToContainTextAsync("Es ist offline.");
        await Assertions.Expect(panel).ToContainTextAsync("Die Moderation hat diesen Stand offline genommen.");

        await uwe.Page.ReloadAsync();
        await Assertions.Expect(uwe.Page.Locator("main")).ToContainTextAsync("Grund: Falsche Zahlen");
        await Inspection.LookAsync(uwe, "stand-offline");
        var vera = await EnterAsync("Vera", "halle", at: own.Address);
        await WalkToStandAsync(vera, 21);
        await vera.Floor.FocusAsync();
        await vera.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(vera.Button("Stand lesen: Werkstatt Innenstadt")).ToHaveCountAsync(0);
        await Assertions.Expect(vera.Page.Locator("#panel")).ToHaveCountAsync(0);

        await olga.Button("Wieder zeigen: Der ganze Stand").ClickAsync();
        await Assertions.Expect(olga.News).ToContainTextAsync("Es ist wieder zu sehen.");
        await Assertions.Expect(vera.Heading("Werkstatt Innenstadt")).ToBeVisibleAsync();
        Inspection.AssertFaultless();
    }
}
