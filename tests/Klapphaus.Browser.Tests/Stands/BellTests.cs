using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>Somebody rings at a stand, and somebody of it comes from another room.</summary>
public sealed class BellTests(Chromium chromium, SharedHouse house) : BellTestsBase(chromium, house)
{
    [Fact]
    public async Task AHostInAnotherRoomIsCalledAndComesByKeysAlone()
    {
        var own = await OpenHouseAsync();
        var uwe = await HostAsync(own, "foyer");
        await uwe.Floor.FocusAsync();
        await uwe.Page.Keyboard.PressAsync("r");
        await uwe.TabToAsync("Ich bin für den Stand da : Werkstatt Innenstadt");
        await uwe.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Sie sind für den Stand da und werden gerufen.");
        await Assertions.Expect(Duty(uwe)).ToBeCheckedAsync();
        await uwe.Page.Keyboard.PressAsync("Escape");

        var vera = await EnterAsync("Vera", "halle", at: own.Address);
        await WalkToStandAsync(vera, 21);
        await vera.Floor.FocusAsync();
        await vera.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(vera.Page.Locator("#panel")).ToContainTextAsync("Jemand ist für den Stand da und kann gerufen werden.");
        await vera.TabToAsync("Klingeln");
        await vera.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(vera.News).ToContainTextAsync("Es klingelt: Eine Person wird gerufen.");

        await Assertions.Expect(uwe.News).ToContainTextAsync("Vera klingelt am Stand „Werkstatt Innenstadt“ (Ausstellungshalle).");
        await Assertions.Expect(uwe.Page).ToHaveTitleAsync("Es klingelt – Foyer – Stadtretter Klapphaus");
        await Inspection.LookAsync(uwe, "bell-called");
        await uwe.Floor.FocusAsync();
        await uwe.Page.Keyboard.PressAsync("k");
        await Assertions.Expect(Strip(uwe).GetByRole(AriaRole.Button, new() { Name = "Annehmen und hingehen : Vera" })).ToBeFocusedAsync();
        await uwe.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(vera.News).ToContainTextAsync("Uwe kommt zu Ihnen an den Stand.");
        await Inspection.LookAsync(vera, "bell-comes");
        await ComesToTheStandAsync(uwe);
        await uwe.UntilAsync("he stands beside her, and not on her feet", "() => klapphaus.others.some(o => o.name === 'Vera' && Math.hypot(o.x - klapphaus.here.x, o.y - klapphaus.here.y) > 0.7)");
        await vera.UntilAsync("they talk", "() => klapphaus.talk?.includes('Uwe')");
        await Assertions.Expect(uwe.Floor).ToBeFocusedAsync();
        await Assertions.Expect(Strip(uwe)).ToHaveCountAsync(0);
        await Strip(vera).GetByRole(AriaRole.Button, new() { Name = "Gelesen" }).ClickAsync();
        await Assertions.Expect(Strip(vera)).ToHaveCountAsync(0);
        Inspection.AssertFaultless();
    }

    [Fact]
    public async Task WhoFindsNobodyIsToldWhatHappens()
    {
        var own = await OpenHouseAsync();
        var uwe = await HostAsync(own, "foyer");
        var vera = await EnterAsync("Vera", "halle", at: own.Address);
        await WalkToStandAsync(vera, 21);
        await vera.Page.Locator("#open-stand").ClickAsync();
        var panel = vera.Page.Locator("#panel");
        await Assertions.Expect(panel).ToContainTextAsync("Gerade ist niemand für den Stand da.");
        await vera.Button("Klingeln").ClickAsync();
        await Assertions.Expect(panel).ToContainTextAsync("Wer in der nächsten Minute kommt, wird gerufen.");
        await Inspection.LookAsync(vera, "bell-nobody");

        // somebody comes after all, and cannot
        await DutyAsync(uwe);
        await Strip(uwe).Locator("summary").ClickAsync();
        await Strip(uwe).GetByRole(AriaRole.Textbox).FillAsync("In zehn Minuten gern");
        await Inspection.LookAsync(uwe, "bell-answer");
        await uwe.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(uwe.News).ToContainTextAsync("Vera liest Ihre Antwort.");
        await Assertions.Expect(panel).ToContainTextAsync("Gerade kann niemand kommen. Uwe schreibt: „In zehn Minuten gern“");
        await Assertions.Expect(Strip(vera)).ToHaveCountAsync(0);
        await Inspection.LookAsync(vera, "bell-declined");

        // and she thinks better of it
        await vera.Button("Klingeln").ClickAsync();
        await Assertions.Expect(Strip(uwe).GetByRole(AriaRole.Button, new() { Name = "Annehmen und hingehen : Vera" })).ToBeVisibleAsync();
        await Strip(vera).GetByRole(AriaRole.Button, new() { Name = "Nicht mehr warten" }).ClickAsync();
        await Assertions.Expect(panel).ToContainTextAsync("Sie warten nicht mehr.");
        await Assertions.Expect(Strip(uwe)).ToHaveCountAsync(0);
        await vera.Button("Klingeln").ClickAsync();
        await Strip(uwe).GetByRole(AriaRole.Button, new() { Name = "Jetzt nicht : Vera" }).ClickAsync();
        await Assertions.Expect(uwe.News).ToContainTextAsync("Sie werden für Vera nicht mehr gerufen.");
        await Assertions.Expect(Strip(uwe)).ToHaveCountAsync(0);
        await Assertions.Expect(uwe.Page).ToHaveTitleAsync("Foyer – Stadtretter Klapphaus");
        Inspection.AssertFaultless();
    }

    [Fact]
    public async Task WhoWantsATalkAloneStandsInLine()
    {
        var own = await OpenHouseAsync();
        var uwe = await HostAsync(own, "halle");
        await DutyAsync(uwe);
        await uwe.ClosePanelAsync();
        var vera = await EnterAsync("Vera", "halle", at: own.Address);
        var max = await EnterAsync("Max", "halle", at: own.Address);
        foreach (var visitor in new[] { vera, max })
        {
            await WalkToStandAsync(visitor, 21);
            await visitor.Page.Locator("#open-stand").ClickAsync();
        }
        await vera.Button("Um ein Gespräch zu zweit bitten").ClickAsync();
        await Strip(uwe).GetByRole(AriaRole.Button, new() { Name = "Annehmen und hingehen : Vera" }).ClickAsync();
        await Assertions.Expect(vera.News).ToContainTextAsync("Uwe ist jetzt für Sie allein da.");
        await Assertions.Expect(Strip(uwe)).ToContainTextAsync("Gespräch zu zweit mit Vera am Stand „Werkstatt Innenstadt“.");
        await max.Button("Um ein Gespräch zu zweit bitten").ClickAsync();
        await Assertions.Expect(max.Page.Locator("#panel")).ToContainTextAsync("Sie sind als Nächstes an der Reihe");

        await ComesToTheStandAsync(uwe);
        var panel = uwe.Page.Locator("#panel");
        await Assertions.Expect(panel).ToContainTextAsync("Am Stand sind 2");
        await Assertions.Expect(panel).ToContainTextAsync("Es wartet eine Person");
        await Assertions.Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Annehmen und hingehen" })).ToHaveCountAsync(0); // one after the other
        await Inspection.LookAsync(uwe, "bell-desk");
        await Strip(uwe).GetByRole(AriaRole.Button, new() { Name = "Gespräch beenden" }).ClickAsync();
        await Assertions.Expect(vera.Page.Locator("#panel")).ToContainTextAsync("Das Gespräch ist beendet.");
        await Assertions.Expect(Strip(uwe).GetByRole(AriaRole.Button, new() { Name = "Annehmen und hingehen : Max" })).ToBeVisibleAsync();
        await Strip(uwe).GetByRole(AriaRole.Button, new() { Name = "Annehmen und hingehen : Max" }).ClickAsync();
        await Assertions.Expect(max.News).ToContainTextAsync("Uwe ist jetzt für Sie allein da.");
        await max.Page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "Gespräch beenden" }).ClickAsync();
        await Assertions.Expect(Strip(uwe)).ToHaveCountAsync(0);
        Inspection.AssertFaultless();
    }

    [Fact]
    public async Task WhoComesBackAfterAReloadIsStillOnDutyAndCalled()
    {
        var own = await OpenHouseAsync();
        var uwe = await HostAsync(own, "foyer");
        await DutyAsync(uwe);
        var vera = await EnterAsync("Vera", "halle", at: own.Address);
        await WalkToStandAsync(vera, 21);
        await vera.Page.Locator("#open-stand").ClickAsync();
        await vera.Button("Klingeln").ClickAsync();
        await Assertions.Expect(Strip(uwe).GetByRole(AriaRole.Button, new() { Name = "Annehmen und hingehen : Vera" })).ToBeVisibleAsync();
        await BackInAsync(uwe, own, "foyer");
        await Assertions.Expect(Strip(uwe).GetByRole(AriaRole.Button, new() { Name = "Annehmen und hingehen : Vera" })).ToBeVisibleAsync();
        await Strip(uwe).GetByRole(AriaRole.Button, new() { Name = "Annehmen und hingehen : Vera" }).ClickAsync();
        await Assertions.Expect(vera.News).ToContainTextAsync("Uwe kommt zu Ihnen an den Stand.");
    }
}
