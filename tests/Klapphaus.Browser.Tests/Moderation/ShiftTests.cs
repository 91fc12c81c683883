using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Contracts;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Moderation;

/// <summary>A moderator's shift, by keyboard alone; and what those see whom it concerns.</summary>
public sealed class ShiftTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    readonly Inspection inspection = new();

    [Fact]
    public async Task AModeratorsShiftByKeyboard()
    {
        var own = await OpenHouseAsync();
        await using var eve = await own.EnterAsync("Eve", "foyer");
        var told = new List<string>();
        var sentAway = new TaskCompletionSource<SentAwayEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        eve.Moderated += news => { lock (told) told.Add(news.Kind); };
        eve.SentAway += news => sentAway.TrySetResult(news);
        bool Told(string kind) { lock (told) return told.Contains(kind); }
        var mona = await OrganiserAsync(own, "Mona");
        var keys = mona.Page.Keyboard;

        // two presses from the list of people to a mute
        await OpenPersonAsync(mona, "Eve");
        await inspection.LookAsync(mona, "moderation-person");
        await TabToAsync(mona, "Stummschalten");
        await keys.PressAsync("Enter");
        await Assertions.Expect(mona.News).ToContainTextAsync("Niemand hört diese Person mehr.");
        await Until(() => Told("muted"));

        await OpenPersonAsync(mona, "Eve");
        await TabToAsync(mona, "Verwarnen");
        await keys.PressAsync("Enter");
        await TabToAsync(mona, "Das liest die Person");
        await keys.TypeAsync("Bitte leiser.");
        await TabToAsync(mona, "Verwarnung senden");
        await keys.PressAsync("Enter");
        await Assertions.Expect(mona.News).ToContainTextAsync("Die Verwarnung ist angekommen.");
        await Until(() => Told("warned"));

        await OpenPersonAsync(mona, "Eve");
        await TabToAsync(mona, "Ausschließen");
        await keys.PressAsync("Enter");
        await TabToAsync(mona, "Von diesem Raum");
        await keys.PressAsync("ArrowDown"); // the whole house
        await TabToAsync(mona, "Grund (die Person liest ihn)");
        await keys.TypeAsync("Störung trotz Verwarnung");
        await inspection.LookAsync(mona, "moderation-ban");
        await TabToAsync(mona, "Jetzt ausschließen");
        await keys.PressAsync("Enter");
        var news = await sentAway.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(((int)DisconnectCode.Banned, "Störung trotz Verwarnung"), (news.Code, news.Reason));

        // the log tells it, and the ban can be lifted
        await Assertions.Expect(mona.Page.Locator("dialog[open]")).ToHaveCountAsync(0); // as long as it is open nothing behind it takes the focus
        await mona.Floor.FocusAsync();
        await keys.PressAsync("m");
        await Assertions.Expect(mona.Heading("Moderation")).ToBeFocusedAsync();
        var panel = mona.Page.Locator("#panel");
        await Assertions.Expect(panel).ToContainTextAsync("vom Haus ausgeschlossen: Eve");
        await Assertions.Expect(panel).ToContainTextAsync("verwarnt: Eve");
        await inspection.LookAsync(mona, "moderation-panel");
        await TabToAsync(mona, "Wieder zulassen: Eve");
        await keys.PressAsync("Enter");
        await Assertions.Expect(mona.News).ToContainTextAsync("Eve darf wieder herein.");
        await Assertions.Expect(panel).ToContainTextAsync("Niemand ist ausgeschlossen.");
        inspection.AssertFaultless();
    }

    [Fact]
    public async Task WhoIsBannedReadsWhyAndObjectsAndTheModeratorAnswers()
    {
        var own = await OpenHouseAsync();
        var eve = await EnterAsync("Eve", at: own.Address);
        eve.Forgive("status of 401");
        var mona = await OrganiserAsync(own, "Mona");
        await OpenPersonAsync(mona, "Eve");
        await mona.Page.GetByText("Ausschließen", new() { Exact = true }).ClickAsync();
        await mona.Page.GetByLabel("Vom ganzen Haus").CheckAsync();
        await mona.Page.GetByLabel("Grund (die Person liest ihn)").FillAsync("Lautes Rufen");
        await mona.Button("Jetzt ausschließen").ClickAsync();

        await Assertions.Expect(eve.Heading("Sie wurden vom Haus ausgeschlossen")).ToBeFocusedAsync();
        await Assertions.Expect(eve.Page.Locator("main")).ToContainTextAsync("Grund: Lautes Rufen");
        await inspection.LookAsync(eve, "moderation-banned");
        await eve.Page.GetByRole(AriaRole.Link, new() { Name = "Ansehen, was gespeichert ist, und widersprechen" }).ClickAsync();
        await Assertions.Expect(eve.Heading("Meine Daten")).ToBeVisibleAsync();
        await eve.Page.GetByLabel("Warum sind Sie nicht einverstanden?").FillAsync("Das war mein Nachbar.");
        await inspection.LookAsync(eve, "mydata-banned");
        await eve.Button("Widersprechen").ClickAsync();
        await Assertions.Expect(eve.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Ihr Widerspruch ist bei der Moderation.");
        await Assertions.Expect(eve.Page.Locator("main")).ToContainTextAsync("Ihr Widerspruch: neu.");

        await mona.OpenPanelAsync("order");
        await Assertions.Expect(mona.Page.Locator("#panel")).ToContainTextAsync("Widerspruch 1: Eve gegen Mona");
        await inspection.LookAsync(mona, "moderation-objection");
        inspection.AssertFaultless();
    }

    [Fact]
    public async Task SomebodyReportsWithTheTextsTheyChooseAndBlocks()
    {
        var own = await OpenHouseAsync();
        await using var eve = await own.EnterAsync("Eve", "garten");
        await eve.WalkToAsync(22, 10);
        var ada = await EnterAsync("Ada", "garten", at: own.Address);
        await ada.WalkUntilAsync(() => ada.ClickFloorAsync(23, 11), "she talks with Eve", "() => klapphaus.talk?.includes('Eve')");
        await eve.SayAsync("Sie haben doch keine Ahnung");
        await Assertions.Expect(ada.News).ToContainTextAsync("keine Ahnung");
        await OpenPersonAsync(ada, "Eve");
        var keys = ada.Page.Keyboard;
        await TabToAsync(ada, "Was ist geschehen?");
        await keys.TypeAsync("Beleidigung im Garten");
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("Sie haben doch keine Ahnung", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToBeCheckedAsync();
        await inspection.LookAsync(ada, "moderation-report");
        await TabToAsync(ada, "Meldung senden");
        await keys.PressAsync("Enter");
        await Assertions.Expect(ada.News).ToContainTextAsync("Die Meldung ist bei der Moderation.");

        await OpenPersonAsync(ada, "Eve");
        await TabToAsync(ada, "Blockieren");
        await keys.PressAsync("Enter");
        await ada.UntilAsync("she talks with nobody", "() => !klapphaus.talk");
        inspection.AssertFaultless();
    }

    [Fact]
    public async Task AWarningIsReadAndConfirmedAndPolicyIsSeen()
    {
        var own = await OpenHouseAsync();
        var eve = await EnterAsync("Eve", at: own.Address);
        var mona = await OrganiserAsync(own, "Mona");
        await OpenPersonAsync(mona, "Eve");
        await mona.Page.GetByText("Verwarnen", new() { Exact = true }).ClickAsync();
        await mona.Page.GetByLabel("Das liest die Person").FillAsync("Bitte sachlich bleiben.");
        await mona.Button("Verwarnung senden").ClickAsync();
        var dialog = eve.Page.GetByRole(AriaRole.Alertdialog, new() { Name = "Verwarnung" });
        await Assertions.Expect(dialog).ToContainTextAsync("Grund: Bitte sachlich bleiben.");
        await Assertions.Expect(eve.Button("Gelesen")).ToBeFocusedAsync();
        await inspection.LookAsync(eve, "moderation-warning");
        await eve.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);

        await mona.OpenPanelAsync("order");
        await mona.Page.GetByText("Wer darf hier was?").ClickAsync();
        await mona.Page.GetByLabel("Schreiben", new() { Exact = true }).SelectOptionAsync("member");
        await inspection.LookAsync(mona, "moderation-policy");
        await mona.Button("Regeln übernehmen").ClickAsync();
        await Assertions.Expect(mona.News).ToContainTextAsync("Die Regeln dieses Raums wurden geändert.");
        await Assertions.Expect(eve.News).ToContainTextAsync("Die Regeln dieses Raums wurden geändert.");
        await eve.OpenPanelAsync("talk");
        await Assertions.Expect(eve.Page.Locator("#panel")).ToContainTextAsync("In diesem Raum dürfen Sie gerade nicht schreiben.");
        inspection.AssertFaultless();
    }

    [Fact]
    public async Task OnesOwnDataAreShownSavedAndErased()
    {
        var own = await OpenHouseAsync();
        var ada = await EnterAsync("Ada", at: own.Address);
        ada.Forgive("status of 401");
        await ada.Page.GotoAsync(new Uri(own.Address, "/meine-daten").AbsoluteUri);
        await Assertions.Expect(ada.Page.Locator("dd").First).ToHaveTextAsync("Ada");
        await inspection.LookAsync(ada, "mydata");
        var saving = ada.Page.WaitForDownloadAsync();
        await ada.Button("Als Datei speichern").ClickAsync();
        var file = await (await saving).PathAsync();
        Assert.Contains("\"name\": \"Ada\"", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        await ada.Page.GetByText("So geht es").ClickAsync();
        await ada.Button("Endgültig löschen").ClickAsync();
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Das Haus hat Sie vergessen.");
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Sie sind in diesem Browser nicht angemeldet");
        inspection.AssertFaultless();
    }

    async Task<Person> OrganiserAsync(TestHouse own, string name)
    {
        var person = await OpenAsync(name, at: own.Address, path: own.InvitationLink.Fragment);
        await person.SignInAsync();
        await person.InRoomAsync("foyer");
        return person;
    }

    static async Task OpenPersonAsync(Person by, string name)
    {
        await Assertions.Expect(by.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        if (await by.Page.Locator("#panel-heading").CountAsync() == 0 || await by.Page.Locator("#panel-heading").TextContentAsync() != "Personen")
        {
            await by.Floor.FocusAsync();
            await by.Page.Keyboard.PressAsync("p");
        }
        await Assertions.Expect(by.Page.Locator("#panel-heading")).ToHaveTextAsync("Personen");
        await by.Page.Locator("#panel-heading").FocusAsync();
        await TabToAsync(by, $"Mehr zu {name}");
        await by.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(by.Page.Locator("dialog[open]")).ToBeVisibleAsync();
    }

    static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 400 && !condition(); i++) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        Assert.True(condition());
    }

    /// <summary>Tabs on until the control of that name has the focus.</summary>
    static async Task TabToAsync(Person person, string name)
    {
        await person.HasControlAsync(name);
        var met = new List<string>();
        for (var press = 0; press < 80; press++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            met.Add(await person.Page.EvaluateAsync<string>(
                "() => { const el = document.activeElement; return (el === document.body ? '' : el.getAttribute('aria-label') ?? el.labels?.[0]?.innerText ?? el.textContent).trim(); }"));
            if (met[^1] == name || met[^1].StartsWith(name + "\n", StringComparison.Ordinal)) return;
        }
        Assert.Fail($"Tab does not lead {person.Name} to “{name}”, but to: {string.Join(" | ", met)}");
    }
}
