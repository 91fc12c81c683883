using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>Visitors leave questions and cards at a stand, its team answers, and two people exchange cards: on each screen, by keys alone, and without a barrier.</summary>
public sealed class CardTests(Chromium chromium, SharedHouse house) : StandTestsBase(chromium, house)
{
    public static TheoryData<int> Devices => [.. Enumerable.Range(0, Device.Opposites.Length)];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task AVisitorAsksAndGivesACardAndTheTeamAnswers(int device)
    {
        var own = await OpenHouseAsync();
        var uwe = await OpenStandAsync(own, Device.Opposites[device]);
        var vera = await EnterAsync("Vera", "halle", Device.Opposites[device], own.Address);
        vera.Forgive("status of 422"); // what she fills in wrong below
        var words = vera.Words;
        await WalkToStandAsync(vera, 21);
        await vera.Page.Locator("#open-stand").ClickAsync();
        var panel = vera.Page.Locator("#panel");

        await panel.Locator("summary", new() { HasText = words["question.title"] }).ClickAsync();
        await panel.GetByLabel(words["question.question"], new() { Exact = true }).FillAsync("Was kostet ein Laden auf Zeit?");
        await panel.GetByLabel(words["question.callBack.telephone"], new() { Exact = true }).CheckAsync();
        await panel.GetByLabel(words["card.telephone"], new() { Exact = true }).FillAsync("Zimmer 12");
        await vera.Button(words["question.leave"]).ClickAsync();
        await Assertions.Expect(panel.GetByLabel(words["card.telephone"], new() { Exact = true })).ToBeFocusedAsync();
        await Inspection.LookAsync(vera, "question-fault");
        await panel.GetByLabel(words["card.telephone"], new() { Exact = true }).FillAsync("0365 838-0");
        await vera.Button(words["question.leave"]).ClickAsync();
        await Assertions.Expect(vera.News).ToContainTextAsync(words["question.left"]);
        await Assertions.Expect(panel.GetByRole(AriaRole.List, new() { Name = words["question.own"] })).ToContainTextAsync("Was kostet ein Laden auf Zeit?");

        await panel.Locator("summary", new() { HasText = words["card.hand"] }).ClickAsync();
        await Assertions.Expect(panel.GetByLabel(words["card.name"], new() { Exact = true })).ToHaveValueAsync("Vera");
        await panel.GetByLabel(words["card.name"], new() { Exact = true }).FillAsync("Vera Voss");
        await panel.GetByLabel(words["card.affiliation"]).FillAsync("Stadt Gera");
        await panel.GetByLabel(words["card.email"], new() { Exact = true }).FillAsync("vera");
        await panel.GetByLabel(words["card.telephone"], new() { Exact = true }).FillAsync("0365 838-0");
        await vera.Button(words["card.keep"]).ClickAsync();
        await Assertions.Expect(panel.GetByLabel(words["card.email"], new() { Exact = true })).ToBeFocusedAsync();
        await Inspection.LookAsync(vera, "card-fault");
        await panel.GetByLabel(words["card.email"], new() { Exact = true }).FillAsync("vera.voss@stadtentwicklung.gera.example");
        await vera.Button(words["card.keep"]).ClickAsync();
        await panel.GetByRole(AriaRole.Checkbox, new() { Name = "Vera Voss" }).CheckAsync();
        await panel.GetByRole(AriaRole.Checkbox, new() { Name = "vera.voss@" }).CheckAsync();
        await Inspection.LookAsync(vera, "card-choose");
        await vera.Button(words["card.look"]).ClickAsync();
        await Assertions.Expect(vera.Heading(words["card.exactlyToStand", "name", "Werkstatt Innenstadt"])).ToBeFocusedAsync();
        await Assertions.Expect(panel.Locator(".hand dd")).ToHaveTextAsync(["Vera Voss", "vera.voss@stadtentwicklung.gera.example"]);
        await Inspection.LookAsync(vera, "card-preview");
        await vera.Button(words["card.giveToStand"]).ClickAsync();
        await Assertions.Expect(vera.News).ToContainTextAsync(words["card.handed", "name", "Werkstatt Innenstadt"]);
        await Assertions.Expect(panel.Locator(".card dd").First).ToHaveTextAsync("Vera Voss");
        await vera.Page.Locator("#visit-heading").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(vera, "stand-left");

        var page = uwe.Page;
        await uwe.Button(uwe.Words["enquiries.look"]).ClickAsync();
        await Assertions.Expect(uwe.News).ToContainTextAsync(uwe.Words["enquiries.fresh_one"]);
        await Assertions.Expect(page.Locator("#enquiries .cards dd")).ToHaveTextAsync(["Vera Voss", "vera.voss@stadtentwicklung.gera.example"]);
        await page.Locator("#enquiries .cards summary").ClickAsync();
        await page.Locator("#enquiries-heading").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(uwe, "enquiries");
        await page.Locator("#enquiries textarea").FillAsync("Nichts, wenn Sie die Heizung zahlen.");
        await page.Locator("#enquiries form button").ClickAsync();
        await Assertions.Expect(uwe.News).ToContainTextAsync(uwe.Words["enquiries.answered", "name", "Vera"]);
        await Assertions.Expect(page.Locator("#enquiries-open")).ToBeFocusedAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = uwe.Words["enquiries.contacts"] }).ClickAsync());
        Assert.Contains("vera.voss@stadtentwicklung.gera.example", await File.ReadAllTextAsync((await download.PathAsync())!), StringComparison.Ordinal);
        download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = uwe.Words["enquiries.table"] }).ClickAsync());
        Assert.Contains("Nichts, wenn Sie die Heizung zahlen.", await File.ReadAllTextAsync((await download.PathAsync())!), StringComparison.Ordinal);

        await Assertions.Expect(vera.News).ToContainTextAsync(words["question.answeredSaid", "stand", "Werkstatt Innenstadt"]);
        await Assertions.Expect(panel).ToContainTextAsync("Nichts, wenn Sie die Heizung zahlen.");
        await vera.Page.GotoAsync(new Uri(own.Address, "/meine-daten").AbsoluteUri);
        await Assertions.Expect(vera.Heading(words["card.own"])).ToBeVisibleAsync();
        await Inspection.LookAsync(vera, "my-cards");
        await vera.Page.Locator("#mycards-given").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(vera, "my-cards-given");
        await vera.Button($"{words["card.takeBack"]} : Werkstatt Innenstadt").ClickAsync();
        await Assertions.Expect(vera.Page.Locator("main [role=status]").First).ToHaveTextAsync(words["card.tookBack"]);
        await uwe.Button(uwe.Words["enquiries.look"]).ClickAsync();
        await Assertions.Expect(page.Locator("#enquiries .cards")).ToHaveCountAsync(0);
        await page.Locator("#enquiries summary", new() { HasText = uwe.Words["enquiries.takenBack_one"] }).ClickAsync();
        await page.Locator("#enquiries summary", new() { HasText = uwe.Words["enquiries.done_one"] }).ClickAsync();
        await Inspection.LookAsync(uwe, "enquiries-taken-back");
        Inspection.AssertFaultless();
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task TwoPeopleExchangeCards(int device)
    {
        var (vera, max) = await BesideEachOtherAsync(Device.Opposites[device]);
        var words = vera.Words;
        await vera.OpenPanelAsync("talk");
        await vera.Button($"{words["exchange.begin"]} : Max").ClickAsync();
        var dialog = vera.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync(words["exchange.how", "name", "Max"]);
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "vera@gera.example" }).CheckAsync();
        await Inspection.LookAsync(vera, "exchange-choose");
        await vera.Button(words["card.look"]).ClickAsync();
        await Assertions.Expect(dialog.Locator("dd")).ToHaveTextAsync(["Vera Voss", "vera@gera.example"]);
        await Inspection.LookAsync(vera, "exchange-preview");
        await vera.Button(words["card.giveToPerson"]).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync(words["exchange.waiting", "name", "Max"]);
        await Assertions.Expect(vera.News).ToContainTextAsync(words["exchange.offered", "name", "Max"]);
        await dialog.GetByRole(AriaRole.Button, new() { Name = words["exchange.close"] }).ClickAsync();
        await Inspection.LookAsync(vera, "exchange-waiting");

        await Assertions.Expect(max.News).ToContainTextAsync(max.Words["exchange.asked", "name", "Vera"]);
        await Inspection.LookAsync(max, "exchange-asked");
        await max.Button($"{max.Words["exchange.choose"]} : Vera").ClickAsync();
        await max.Button(max.Words["card.look"]).ClickAsync();
        await max.Button(max.Words["card.giveToPerson"]).ClickAsync();
        var got = max.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(got).ToContainTextAsync(max.Words["exchange.agreed", "name", "Vera"]);
        await Assertions.Expect(got.Locator("dd")).ToHaveTextAsync(["Vera Voss", "vera@gera.example"]);
        await Inspection.LookAsync(max, "exchange-agreed");

        await vera.Button($"{words["exchange.look"]} : Max").ClickAsync();
        await Assertions.Expect(dialog.Locator("dd")).ToHaveTextAsync(["Max Moll"]);
        await vera.Button(words["exchange.done"]).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(vera.Page.GetByRole(AriaRole.Region, new() { Name = words["exchange.label"] })).ToHaveCountAsync(0);

        await vera.Page.GotoAsync(new Uri(vera.Asked[0], "/meine-daten").AbsoluteUri);
        await Assertions.Expect(vera.Page.GetByRole(AriaRole.List, new() { Name = words["mydata.received"] })).ToContainTextAsync("Max Moll");
        await vera.Button($"{words["card.takeBack"]} : Max").ClickAsync();
        await Assertions.Expect(vera.Page.Locator("main [role=status]").First).ToHaveTextAsync(words["card.tookBack"]);
        await max.Page.GotoAsync(new Uri(vera.Asked[0], "/meine-daten").AbsoluteUri);
        await Assertions.Expect(max.Page.GetByRole(AriaRole.List, new() { Name = max.Words["mydata.received"] })).Not.ToContainTextAsync("Vera Voss");
        await Inspection.LookAsync(max, "my-cards-exchanged");
        Inspection.AssertFaultless();
    }

    [Fact]
    public async Task KeysAloneExchangeACardAndANoIsTold()
    {
        var (vera, max) = await BesideEachOtherAsync(Device.Usual);
        await vera.OpenPanelAsync("talk");
        await vera.TabToAsync("Visitenkarten tauschen : Max");
        await vera.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(vera.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await vera.TabToAsync("Ansehen, was weitergegeben wird"); // her name is chosen already
        await vera.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(vera.Heading("Genau das bekommt Max:")).ToBeFocusedAsync();
        await vera.TabToAsync("Ja, genau das tauschen");
        await vera.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(vera.News).ToContainTextAsync("Sie haben Max einen Tausch angeboten.");
        await vera.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(vera.Button("Visitenkarten tauschen : Max")).ToBeFocusedAsync();

        await Assertions.Expect(max.News).ToContainTextAsync("Vera möchte mit Ihnen Visitenkarten tauschen.");
        await max.TabToAsync("Nicht tauschen : Vera");
        await max.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(max.News).ToContainTextAsync("Kein Tausch mit Vera. Niemand hat etwas bekommen.");
        await Assertions.Expect(vera.News).ToContainTextAsync("Max möchte keine Karten tauschen.");
        await Assertions.Expect(vera.Page.GetByRole(AriaRole.Region, new() { Name = "Visitenkarten tauschen" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task KeysAloneLeaveAQuestionAndACard()
    {
        var own = await OpenHouseAsync();
        await OpenStandAsync(own);
        var vera = await EnterAsync("Vera", "halle", at: own.Address);
        await KeepCardAsync(vera, "Vera Voss", "vera@gera.example");
        await WalkToStandAsync(vera, 21);
        await vera.Floor.FocusAsync();
        var keys = vera.Page.Keyboard;
        await keys.PressAsync("Enter");
        await Assertions.Expect(vera.Heading("Werkstatt Innenstadt")).ToBeFocusedAsync();
        await vera.TabToAsync("Frage hinterlassen");
        await keys.PressAsync("Enter");
        await vera.TabToAsync("Ihre Frage");
        await keys.TypeAsync("Wann geht es los?");
        await keys.PressAsync("Tab");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown"); // by mail, which stands on her card
        await Assertions.Expect(vera.Page.Locator("#panel input[type=email]")).ToHaveValueAsync("vera@gera.example");
        await vera.TabToAsync("Frage hinterlassen");
        await keys.PressAsync("Enter");
        await Assertions.Expect(vera.News).ToContainTextAsync("Ihre Frage liegt am Stand.");
        await Assertions.Expect(vera.Heading("Etwas an diesem Stand hinterlassen")).ToBeFocusedAsync();

        await vera.TabToAsync("Visitenkarte geben");
        await keys.PressAsync("Enter");
        await vera.TabToAsync("Ansehen, was weitergegeben wird");
        await keys.PressAsync("Enter");
        await Assertions.Expect(vera.Heading("Genau das bekommt der Stand „Werkstatt Innenstadt“:")).ToBeFocusedAsync();
        await vera.TabToAsync("Ja, genau das geben");
        await keys.PressAsync("Enter");
        await Assertions.Expect(vera.News).ToContainTextAsync("Der Stand „Werkstatt Innenstadt“ hat Ihre Visitenkarte.");
        await vera.TabToAsync("Frage zurücknehmen : Wann geht es los?");
        await keys.PressAsync("Enter");
        await Assertions.Expect(vera.News).ToContainTextAsync("Die Frage ist zurückgenommen.");
        await vera.TabToAsync("Karte zurücknehmen : Werkstatt Innenstadt");
        await keys.PressAsync("Enter");
        await Assertions.Expect(vera.News).ToContainTextAsync("Die Karte ist zurückgenommen und gelöscht.");
        await Assertions.Expect(vera.Page.Locator("#panel .card")).ToHaveCountAsync(0);
    }

    /// <summary>Vera and Max in a conversation in the garden, each with a card.</summary>
    async Task<(Person Vera, Person Max)> BesideEachOtherAsync(Device device)
    {
        var own = await OpenHouseAsync();
        var max = await EnterAsync("Max", "garten", device, own.Address);
        var vera = await EnterAsync("Vera", "garten", device, own.Address);
        await KeepCardAsync(max, "Max Moll", "max@moll.example");
        await KeepCardAsync(vera, "Vera Voss", "vera@gera.example");
        await vera.OpenPanelAsync("goto");
        await vera.WalkUntilAsync(
            async () =>
            {
                await vera.Page.Locator("#search").FillAsync("Max");
                await vera.Page.Keyboard.PressAsync("Enter");
            },
            "she talks with Max", "() => klapphaus.talk?.includes('Max')");
        foreach (var (person, other) in new[] { (vera, "Max"), (max, "Vera") })
            await person.UntilAsync($"{person.Name} talks with {other}", "name => JSON.stringify(klapphaus.talk) === JSON.stringify([name])", other);
        await vera.ClosePanelAsync();
        return (vera, max);
    }

    static async Task KeepCardAsync(Person person, string name, string email) => Assert.True(await person.Page.EvaluateAsync<bool>(
        "card => fetch('/api/me/card', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(card) }).then(answer => answer.ok)", new { name, email }));
}
