using System.IO.Compression;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>A visitor takes something along, books a talk and reports; the stand's team sees what concerns it.</summary>
public sealed class VisitTests(Chromium chromium, SharedHouse house) : VisitTestsBase(chromium, house)
{
    [Fact]
    public async Task KeysAloneTakeSomethingAlongAndItIsThereOnAnotherDevice()
    {
        var own = await OpenHouseAsync();
        await OpenForVisitsAsync(own);
        var vera = await VisitAsync(own);
        var keys = vera.Page.Keyboard;
        await vera.Page.Locator("#panel-heading").FocusAsync();
        await vera.TabToAsync($"Mitnehmen: {Material}");
        await keys.PressAsync("Enter");
        await Assertions.Expect(vera.News).ToContainTextAsync($"In Ihrer Tasche: {Material}.");
        await Assertions.Expect(vera.Button($"Herausnehmen: {Material}")).ToBeFocusedAsync();

        await OpenBagAsync(vera, own);
        await Assertions.Expect(vera.Page.GetByRole(AriaRole.Link, new() { Name = Material })).ToHaveAttributeAsync("href", "https://example.org/bericht");
        var saved = await vera.Page.RunAndWaitForDownloadAsync(() => vera.Page.GetByRole(AriaRole.Link, new() { Name = "Alles als ZIP-Datei speichern" }).ClickAsync());
        Assert.Equal("klapphaus-tasche.zip", saved.SuggestedFilename);
        Assert.Equal([$"{Material}.url", "Meine Tasche.html"], await EntriesAsync(saved));

        await vera.TabToAsync("Link ausstellen");
        await keys.PressAsync("Enter");
        var link = vera.Page.Locator("p.link");
        await Assertions.Expect(link).ToContainTextAsync("/tasche#bag=");
        await vera.UntilAsync("the code is drawn", "() => document.querySelector('main img')?.naturalWidth > 0");
        var address = new Uri((await link.TextContentAsync())!.Trim());
        var telephone = await OpenAsync("Veras Telefon", at: own.Address, path: $"tasche{address.Fragment}");
        await Assertions.Expect(telephone.Heading("Eine Tasche aus dem Klapphaus")).ToBeVisibleAsync();
        await Assertions.Expect(telephone.Page.GetByRole(AriaRole.Link, new() { Name = Material })).ToBeVisibleAsync();
        await Assertions.Expect(telephone.Page.GetByRole(AriaRole.Button, new() { Name = "Herausnehmen" })).ToHaveCountAsync(0);
        var shared = await telephone.Page.RunAndWaitForDownloadAsync(() => telephone.Button("Alles als ZIP-Datei speichern").ClickAsync());
        Assert.Contains($"{Material}.url", await EntriesAsync(shared));

        await vera.Page.Locator("#bag-links ~ ul button").ClickAsync();
        await Assertions.Expect(vera.News).ToContainTextAsync("Der Link ist zurückgezogen.");
        telephone.Forgive("status of 404.*/api/bag/shared");
        await telephone.Page.ReloadAsync();
        await Assertions.Expect(telephone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Dieser Link führt zu keiner Tasche mehr.");

        await vera.Button("Alles herausnehmen").ClickAsync();
        await vera.Button("Ja, die Tasche leeren").ClickAsync();
        await Assertions.Expect(vera.News).ToContainTextAsync("Ihre Tasche ist leer.");
        await Assertions.Expect(vera.Page.Locator("#bag-items")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ATalkIsBookedSeenByTheHostAndCalledOffByEither()
    {
        var own = await OpenHouseAsync();
        var uwe = await OpenForVisitsAsync(own);
        var vera = await VisitAsync(own);
        var panel = vera.Page.Locator("#panel");
        await Assertions.Expect(panel).ToContainTextAsync("Wenn Sie buchen, sieht das Team des Stands Ihren Namen: Vera.");
        var book = panel.GetByRole(AriaRole.Button, new() { Name = "Buchen:" });
        await Assertions.Expect(book).ToHaveCountAsync(2);
        await book.First.FocusAsync();
        await vera.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(vera.News).ToContainTextAsync("Gebucht: ");
        await Assertions.Expect(book).ToHaveCountAsync(1);
        await Assertions.Expect(vera.Page.Locator("#stand-times")).ToBeFocusedAsync();
        var calendar = await vera.Page.RunAndWaitForDownloadAsync(() => panel.GetByRole(AriaRole.Link, new() { Name = "In den Kalender:" }).ClickAsync());
        Assert.EndsWith(".ics", calendar.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("METHOD:PUBLISH", await File.ReadAllTextAsync(await calendar.PathAsync()), StringComparison.Ordinal);

        await uwe.Page.ReloadAsync();
        var row = uwe.Page.Locator("li", new() { HasText = "gebucht von Vera" });
        await Assertions.Expect(row).ToBeVisibleAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Absagen:" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Ja, absagen:" }).ClickAsync();
        await Assertions.Expect(uwe.News).ToContainTextAsync("Abgesagt: ");
        await Assertions.Expect(uwe.Page.Locator("#times-heading")).ToBeFocusedAsync();

        await OpenBagAsync(vera, own);
        var off = vera.Page.Locator("#own-times ~ ul li");
        await Assertions.Expect(off).ToContainTextAsync("vom Stand abgesagt");
        await Assertions.Expect(off).ToContainTextAsync("mit Uwe");
        var cancelled = await vera.Page.RunAndWaitForDownloadAsync(() => off.GetByRole(AriaRole.Link, new() { Name = "Aus dem Kalender nehmen:" }).ClickAsync());
        Assert.Contains("METHOD:CANCEL", await File.ReadAllTextAsync(await cancelled.PathAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReportReachesTheModeratorAndTheAnswerTheVisitor()
    {
        var own = await OpenHouseAsync();
        await OpenForVisitsAsync(own);
        var vera = await VisitAsync(own);
        var panel = vera.Page.Locator("#panel");
        await panel.Locator("summary", new() { HasText = "Stand melden" }).FocusAsync();
        await vera.Page.Keyboard.PressAsync("Enter");
        await panel.GetByLabel("Worum geht es?").SelectOptionAsync(Material);
        await panel.GetByLabel("Was stimmt damit nicht?").FillAsync("Die Zahlen sind erfunden");
        await vera.Button("Meldung abschicken").ClickAsync();
        await Assertions.Expect(vera.News).ToContainTextAsync("Ihre Meldung ist bei der Moderation.");
        await Assertions.Expect(panel.Locator("summary", new() { HasText = "Stand melden" })).ToBeFocusedAsync();

        var olga = await OrganiserAsync(own);
        await olga.OpenPanelAsync("order");
        var report = olga.Page.Locator("#panel li", new() { HasText = $"Vera über den Stand Werkstatt Innenstadt: {Material}" });
        await Assertions.Expect(report).ToContainTextAsync("Die Zahlen sind erfunden");
        await Assertions.Expect(report.GetByRole(AriaRole.Link, new() { Name = "Stand ansehen" })).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^/stand/s[0-9a-f]{32}$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await report.Locator("textarea").FillAsync("Wir haben nachgefragt.");
        await report.GetByRole(AriaRole.Button, new() { Name = "Stattgeben" }).ClickAsync();
        await Assertions.Expect(olga.News).ToContainTextAsync("Die Antwort ist abgelegt.");

        await vera.Page.GotoAsync(new Uri(own.Address, "/meine-daten").AbsoluteUri);
        await Assertions.Expect(vera.Page.Locator("main")).ToContainTextAsync("Wir haben nachgefragt.");
    }

    [Fact]
    public async Task ATemplateFillsAnEmptyStandAndIsTakenBackByKeys()
    {
        var own = await OpenHouseAsync();
        var uwe = await ComeIntoTeamAsync(own, "Uwe", await GivePlaceAsync(await OrganiserAsync(own)));
        var keys = uwe.Page.Keyboard;
        await WriteAsync(uwe, "name", "Stadt Soest");
        await uwe.Page.GetByRole(AriaRole.Radio, new() { Name = "Stadt gegen Leerstand" }).FocusAsync();
        await keys.PressAsync("ArrowDown"); // a start-up
        await keys.PressAsync("ArrowUp");
        await uwe.TabToAsync("Vorlage einsetzen");
        await keys.PressAsync("Enter");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Die Vorlage steht in den leeren Feldern.");
        var text = uwe.Page.GetByLabel("Beschreibung", new() { Exact = true });
        await Assertions.Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^# Wo wir stehen", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(uwe.Page.Locator("#list-topics ~ ol > li")).ToHaveCountAsync(2);
        await Assertions.Expect(uwe.Page.GetByLabel("Name des Stands", new() { Exact = true })).ToHaveValueAsync("Stadt Soest");
        // it is changes like any other
        await uwe.Page.Locator("summary", new() { HasText = "Änderungen ansehen" }).ClickAsync();
        await Assertions.Expect(uwe.Page.Locator("#history-heading ~ details li")).ToHaveCountAsync(7);

        await WriteAsync(uwe, "line", "Wir füllen leere Läden");
        await uwe.Button("Vorlage zurücknehmen").FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Zurückgenommen ist, was seither niemand geändert hat.");
        await Assertions.Expect(text).ToHaveValueAsync("");
        await Assertions.Expect(uwe.Page.GetByLabel("Ein Satz", new() { Exact = true })).ToHaveValueAsync("Wir füllen leere Läden");
        await Assertions.Expect(uwe.Page.Locator("#list-topics ~ ol > li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ALinkOnAnotherSiteLeadsToTheStandOnFoot()
    {
        var own = await OpenHouseAsync();
        var uwe = await OpenForVisitsAsync(own);
        var stand = uwe.Page.Url.Split('/')[^1];
        var visitor = await OpenAsync("Vera", at: own.Address, path: $"embed/stands/{stand}");
        await Assertions.Expect(visitor.Heading("Werkstatt Innenstadt")).ToBeVisibleAsync();
        var page = await visitor.Context.RunAndWaitForPageAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Zum Stand im Klapphaus (neues Fenster)" }).ClickAsync());
        await page.GetByLabel("Ihr Name").FillAsync("Vera");
        await page.GetByRole(AriaRole.Button, new() { Name = "Eintreten", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel").GetByRole(AriaRole.Heading, new() { Name = "Werkstatt Innenstadt" })).ToBeVisibleAsync();
        await visitor.UntilAsync(page, "Vera stands at stand 21", "() => klapphaus.room === 'halle' && !klapphaus.here.walking && klapphaus.here.x > 20 && klapphaus.here.x < 25 && klapphaus.here.y > 39 && klapphaus.here.y < 43");
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync(Material);
    }

    static async Task<string[]> EntriesAsync(IDownload saved)
    {
        using var zip = ZipFile.OpenRead(await saved.PathAsync());
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
