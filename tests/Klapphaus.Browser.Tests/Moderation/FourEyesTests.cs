using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Moderation;

/// <summary>Where a house wants a second pair of eyes: what who bans, who confirms and who is banned read of it.</summary>
public sealed class FourEyesTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    readonly Inspection inspection = new();

    [Fact]
    public async Task ALongBanWaitsInThePanelForASecondModerator()
    {
        var own = await OpenHouseAsync("--Klapphaus:FourEyes", "true");
        var eve = await EnterAsync("Eve", at: own.Address);
        eve.Forgive("status of 401");
        var mona = await OrganiserAsync(own, "Mona", own.InvitationLink.Fragment);
        var olga = await OrganiserAsync(own, "Olga", await InvitedByAsync(mona));

        await mona.OpenPanelAsync("people");
        await mona.Page.Locator("#panel button", new() { HasText = "Mehr zu Eve" }).ClickAsync();
        var dialog = mona.Page.Locator("dialog[open]");
        await dialog.GetByText("Ausschließen", new() { Exact = true }).ClickAsync();
        await dialog.GetByLabel("Wie lange?").SelectOptionAsync(new SelectOptionValue { Label = "Eine Woche" });
        await Assertions.Expect(dialog).Not.ToContainTextAsync(mona.Words["ban.needsSecond"]); // from a room everybody bans alone
        await dialog.GetByLabel("Vom ganzen Haus").CheckAsync();
        await Assertions.Expect(dialog).ToContainTextAsync(mona.Words["ban.needsSecond"]);
        await inspection.LookAsync(mona, "four-eyes-ban");
        await dialog.GetByLabel("Grund (die Person liest ihn)").FillAsync("Störung");
        await mona.Button("Jetzt ausschließen").ClickAsync();
        await Assertions.Expect(mona.News).ToContainTextAsync(mona.Words["order.bannedForNow"]);
        await Assertions.Expect(eve.Heading("Sie wurden vom Haus ausgeschlossen")).ToBeFocusedAsync();
        await Assertions.Expect(eve.Page.Locator("main")).ToContainTextAsync("Es kann verlängert werden");

        await mona.OpenPanelAsync("order");
        await Assertions.Expect(mona.Page.Locator("#panel")).ToContainTextAsync(mona.Words["bans.own"]);
        await Assertions.Expect(Confirm(mona)).ToHaveCountAsync(0);
        await olga.OpenPanelAsync("order");
        var panel = olga.Page.Locator("#panel");
        await Assertions.Expect(panel).ToContainTextAsync("Wartet auf eine zweite Person aus der Moderation");
        await inspection.LookAsync(olga, "four-eyes-panel");
        await Confirm(olga).ClickAsync();
        await Assertions.Expect(olga.News).ToContainTextAsync("Der Ausschluss von Eve ist bestätigt.");
        await Assertions.Expect(olga.Heading("Ausgeschlossen")).ToBeFocusedAsync();
        await Assertions.Expect(panel).ToContainTextAsync("Ausschluss bestätigt: Eve");
        await Assertions.Expect(panel).Not.ToContainTextAsync("Wartet auf eine zweite Person");

        var download = await olga.Page.RunAndWaitForDownloadAsync(() => panel.GetByRole(AriaRole.Link, new() { Name = "ganzes Haus" }).ClickAsync());
        Assert.StartsWith("moderation-haus-", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("Ausschluss bestätigt;Olga;Eve", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        inspection.AssertFaultless();
    }

    static ILocator Confirm(Person person) => person.Page.Locator("#panel button", new() { HasText = "Bestätigen" });

    /// <summary>Who came by the same link could be the same person.</summary>
    static async Task<string> InvitedByAsync(Person organiser) => "#invitation=" + await organiser.Page.EvaluateAsync<string>("""
        async () => {
          const expires = new Date(Date.now() + 3_600_000).toISOString();
          const headers = { 'Content-Type': 'application/json' };
          const answer = await fetch('/api/invitations', { method: 'POST', headers, body: JSON.stringify({ label: 'Olga', role: 'organiser', expires, uses: 1 }) });
          return (await answer.json()).token;
        }
        """);

    async Task<Person> OrganiserAsync(TestHouse own, string name, string invitation)
    {
        var person = await OpenAsync(name, at: own.Address, path: invitation);
        await person.SignInAsync();
        await person.InRoomAsync("foyer");
        return person;
    }
}
