using System.Text;
using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Members;

/// <summary>An organiser at a browser issues invitations, and people at others come by them. Each test has a house of its own.</summary>
public sealed class InvitationTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    readonly Inspection inspection = new();

    public static TheoryData<int> Devices => [.. Enumerable.Range(0, Device.Pairs.Length)];

    [Fact]
    public async Task GuestComesByALinkUntilTheOrganiserTakesItBack()
    {
        var own = await OpenHouseAsync();
        var olga = await OrganiserAsync(own);
        await olga.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await olga.Page.GetByText("Neue Einladung").ClickAsync();
        var form = olga.Page.Locator("details[open]");
        await form.GetByLabel("Bezeichnung").FillAsync("Netzwerktag Süd");
        await form.GetByLabel("Garten").CheckAsync();
        await olga.Button("Ausstellen").ClickAsync();
        await Assertions.Expect(olga.News).ToContainTextAsync("Die Einladung ist ausgestellt: Netzwerktag Süd.");
        await olga.Button("Link kopieren: Netzwerktag Süd").ClickAsync();
        await Assertions.Expect(olga.News).ToContainTextAsync("Der Link ist in der Zwischenablage.");
        var link = new Uri(await olga.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        Assert.Equal(own.Address.Authority, link.Authority);

        var gero = await OpenAsync("Gero", at: own.Address, path: link.Fragment);
        await gero.SignInAsync();
        await gero.InRoomAsync("garten"); // the only room that it opens
        await gero.OpenPanelAsync("rooms");
        await gero.Page.Locator("#panel").GetByRole(AriaRole.Button).Filter(new() { HasText = "Foyer" }).ClickAsync();
        await Assertions.Expect(gero.News).ToContainTextAsync("Dieser Raum steht Ihnen nicht offen.");
        await Assertions.Expect(gero.Button("Einladungen")).ToHaveCountAsync(0);

        await olga.ClosePanelAsync();
        await OpenInvitationsAsync(olga);
        await Assertions.Expect(olga.Page.Locator("#panel li", new() { HasText = "Netzwerktag Süd" })).ToContainTextAsync("eine Person kam damit");
        await olga.Button("Zurückziehen: Netzwerktag Süd").ClickAsync();
        var question = olga.Page.GetByRole(AriaRole.Dialog);
        await question.GetByLabel("Auch die Person abmelden, die damit kam").CheckAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Zurückziehen", Exact = true }).ClickAsync();
        await Assertions.Expect(olga.News).ToContainTextAsync("Die Einladung ist zurückgezogen: Netzwerktag Süd.");
        await gero.UntilAsync("he is signed out", "() => klapphaus.line === 'sentAway' || klapphaus.line === 'signedOut'");

        var tom = await OpenAsync("Tom", at: own.Address, path: link.Fragment);
        tom.Forgive("status of 422.*/api/session");
        await tom.Page.GetByLabel("Ihr Name").FillAsync("Tom");
        await tom.Button("Eintreten").ClickAsync();
        await Assertions.Expect(tom.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Diese Einladung wurde zurückgezogen.");
    }

    [Fact]
    public async Task GuestsOfAListFindTheirNameFilledIn()
    {
        var own = await OpenHouseAsync();
        var olga = await OrganiserAsync(own);
        await olga.Page.GetByText("Gästeliste einlesen").ClickAsync();
        olga.Forgive("status of 422.*guest-list");
        await SendGuestsAsync(olga, "Name;Ort\nBea Groß;Soest\n;Unna\n");
        await Assertions.Expect(olga.Page.Locator("#panel")).ToContainTextAsync("Eine Zeile stimmt nicht. Es wurde nichts ausgestellt.");
        await Assertions.Expect(olga.Page.GetByRole(AriaRole.Region, new() { Name = "Was nicht stimmt" })).ToContainTextAsync("3;;Unna;;Ein Name hat 1 bis 40 sichtbare Zeichen.");

        await SendGuestsAsync(olga, "Name;Ort\nBea Groß;Soest\nCem;Unna\n");
        await Assertions.Expect(olga.Page.Locator("#panel")).ToContainTextAsync("2 Einladungen sind ausgestellt.");
        var download = await olga.Page.RunAndWaitForDownloadAsync(() => olga.Page.GetByRole(AriaRole.Link, new() { Name = "Tabelle herunterladen" }).ClickAsync());
        Assert.Equal("klapphaus-einladungen.csv", download.SuggestedFilename);
        using var table = new StreamReader(await download.CreateReadStreamAsync());
        var line = (await table.ReadToEndAsync()).Split('\n').Single(l => l.StartsWith("Bea Groß;Soest;", StringComparison.Ordinal));

        var bea = await OpenAsync("Bea Groß", at: own.Address, path: line[line.IndexOf('#', StringComparison.Ordinal)..].Trim());
        await Assertions.Expect(bea.Page.GetByLabel("Ihr Name")).ToHaveValueAsync("Bea Groß");
        await Assertions.Expect(bea.Page.GetByLabel("Ort oder Einrichtung")).ToHaveValueAsync("Soest");
        await bea.Button("Eintreten").ClickAsync();
        await bea.InRoomAsync("foyer");
    }

    [Fact]
    public async Task KeysAloneIssueAnInvitationAndTakeItBack()
    {
        var own = await OpenHouseAsync();
        var olga = await OpenAsync("Olga", at: own.Address, path: own.InvitationLink.Fragment);
        await olga.SignInAsync();
        var keys = olga.Page.Keyboard;
        await olga.Floor.FocusAsync();
        await keys.PressAsync("r");
        await Assertions.Expect(olga.Page.Locator("#panel-heading")).ToBeFocusedAsync();
        await TabToAsync(olga, "Einladungen");
        await keys.PressAsync("Enter");
        await Assertions.Expect(olga.Heading("Einladungen")).ToBeFocusedAsync();
        await Assertions.Expect(olga.Page.GetByText("Neue Einladung")).ToBeVisibleAsync();
        await TabToAsync(olga, "Neue Einladung");
        await keys.PressAsync("Enter");
        await TabToAsync(olga, "Bezeichnung");
        await keys.TypeAsync("Ohne Maus");
        await keys.PressAsync("Enter");
        await Assertions.Expect(olga.Page.Locator("li:focus")).ToContainTextAsync("Ohne Maus");
        await TabToAsync(olga, "QR-Code");
        await keys.PressAsync("Enter");
        await Assertions.Expect(olga.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("#invitation=");
        await olga.UntilAsync("the picture is there", "() => document.querySelector('dialog img').naturalWidth > 0");
        await keys.PressAsync("Escape");
        await Assertions.Expect(olga.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(olga.Button("QR-Code: Ohne Maus")).ToBeFocusedAsync();
        await TabToAsync(olga, "Zurückziehen");
        await keys.PressAsync("Enter");
        await Assertions.Expect(olga.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("„Ohne Maus“ zurückziehen?");
        await keys.PressAsync("Enter");
        await Assertions.Expect(olga.Page.Locator("li:focus")).ToContainTextAsync("zurückgezogen");
        await keys.PressAsync("Escape");
        await Assertions.Expect(olga.Page.Locator("#panel")).ToHaveCountAsync(0);
        await Assertions.Expect(olga.Page.Locator("#open-rooms")).ToBeFocusedAsync();
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task InvitationsHaveNoBarrier(int device)
    {
        var own = await OpenHouseAsync();
        var olga = await OrganiserAsync(own, Device.Pairs[device]);
        olga.Forgive("status of 422.*guest-list");
        var words = olga.Words;
        await olga.Page.GetByText(words["invitations.new"]).ClickAsync();
        await olga.Page.Locator("details[open]").GetByLabel(words["invitations.label"]).FillAsync("Netzwerktag der Innenstädte in Nordrhein-Westfalen");
        await inspection.LookAsync(olga, "panel-invitations-new");
        await olga.Button(words["invitations.issue"]).ClickAsync();
        await Assertions.Expect(olga.Page.Locator("li:focus")).ToContainTextAsync("Netzwerktag");
        await inspection.LookAsync(olga, "panel-invitations");
        await olga.Page.Locator("li:focus").GetByRole(AriaRole.Button, new() { Name = words["invitations.qr"] }).ClickAsync();
        await olga.UntilAsync("the picture is there", "() => document.querySelector('dialog img').naturalWidth > 0");
        await inspection.LookAsync(olga, "invitation-qr");
        await olga.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = words["panel.close"] }).ClickAsync();
        await olga.Page.GetByRole(AriaRole.Button, new() { Name = words["invitations.revoke"] }).First.ClickAsync();
        await inspection.LookAsync(olga, "invitation-revoke");
        await olga.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = words["invitations.keep"] }).ClickAsync();
        await olga.Page.GetByText(words["invitations.guests"]).ClickAsync();
        await SendGuestsAsync(olga, "Name;Ort\n;Unna\n");
        await Assertions.Expect(olga.Page.GetByRole(AriaRole.Region, new() { Name = words["invitations.faults"] })).ToBeVisibleAsync();
        await inspection.LookAsync(olga, "panel-invitations-guests");
        inspection.AssertFaultless();
    }

    async Task<Person> OrganiserAsync(TestHouse own, Device? device = null)
    {
        var olga = await OpenAsync("Olga", device, own.Address, own.InvitationLink.Fragment);
        await olga.SignInAsync();
        await OpenInvitationsAsync(olga);
        return olga;
    }

    /// <summary>By the rooms, or on a phone by what is behind "more".</summary>
    internal static async Task OpenInvitationsAsync(Person olga)
    {
        var rooms = olga.Page.Locator("#open-rooms");
        await (await rooms.IsVisibleAsync() ? rooms : olga.Page.Locator("#open-more")).ClickAsync();
        await olga.Button(olga.Words["invitations.title"]).ClickAsync();
        await Assertions.Expect(olga.Page.GetByText(olga.Words["invitations.new"])).ToBeVisibleAsync();
    }

    static async Task SendGuestsAsync(Person olga, string table)
    {
        var form = olga.Page.Locator("details[open]");
        await form.GetByLabel(olga.Words["invitations.label"]).FillAsync("Gästeliste");
        await form.GetByLabel(olga.Words["invitations.file"]).SetInputFilesAsync(new FilePayload { Name = "gaeste.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await olga.Button(olga.Words["invitations.guestsSend"]).ClickAsync();
    }

    static async Task TabToAsync(Person person, string name)
    {
        await person.HasControlAsync(name);
        for (var i = 0; i < 60; i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if (await person.Page.EvaluateAsync<bool>(
                "name => { const at = document.activeElement; return (at.labels?.[0]?.innerText ?? at.innerText ?? '').trim().startsWith(name); }", name)) return;
        }
        Assert.Fail($"{person.Name} did not come to “{name}” by the tab key.");
    }
}
