using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Members;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Moderation;

/// <summary>All that moderation shows on a telephone, dark and in English: no rule of WCAG 2.2 A and AA that axe can check is broken, no word is cut.</summary>
public sealed class ModerationScreensTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    static readonly Device phone = new("en-dark-390x844", "en-GB", Dark: true, Width: 390, Height: 844);

    readonly Inspection inspection = new();

    [Fact]
    public async Task AnEveningInTheGardenHasNoBarrier()
    {
        var own = await OpenHouseAsync();
        await using var bo = await own.EnterAsync("Bo", "garten");
        await bo.WalkToAsync(22, 10);
        var eve = await EnterAsync("Eve", "garten", phone, own.Address);
        await eve.WalkUntilAsync(() => eve.ClickFloorAsync(23, 11), "she talks with Bo", "() => klapphaus.talk?.includes('Bo')");
        await bo.SayAsync("You have no idea what you are talking about");
        await Assertions.Expect(eve.News).ToContainTextAsync("no idea");
        await ReportAndBlockAsync(eve, "Bo");

        var mona = await OpenAsync("Mona", phone, own.Address, "?raum=garten" + own.InvitationLink.Fragment);
        await mona.SignInAsync();
        await mona.InRoomAsync("garten");
        await WarnAsync(mona, "Eve");
        await BanAsync(mona, "Bo");
        await LookAfterOrderAsync(mona);

        await Assertions.Expect(eve.Page.GetByRole(AriaRole.Alertdialog, new() { Name = eve.Words["notice.warned"] })).ToBeVisibleAsync();
        await inspection.LookAsync(eve, "moderation-warning");
        await ObjectAsync(eve, own);

        await mona.OpenPanelAsync("order");
        await Assertions.Expect(InPanel(mona, "reports.take", "2")).ToBeVisibleAsync();
        await LookAtAsync(mona, "reports.title", "moderation-objection");
        await mona.ClosePanelAsync();
        await InviteAsync(mona);
        inspection.AssertFaultless();
    }

    async Task ReportAndBlockAsync(Person eve, string name)
    {
        await OpenPersonAsync(eve, name);
        await eve.Page.GetByLabel(eve.Words["report.reason"]).FillAsync("Insults in the garden, again and again");
        await Assertions.Expect(eve.Page.Locator("dialog[open]").GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await inspection.LookAsync(eve, "moderation-report");
        await eve.Button(eve.Words["report.send"]).ClickAsync();
        await Assertions.Expect(eve.News).ToContainTextAsync(eve.Words["order.reported"]);
        await OpenPersonAsync(eve, name);
        await eve.Button(eve.Words["person.block"]).ClickAsync();
        await Assertions.Expect(eve.News).ToContainTextAsync(eve.Words["order.blocked"]);
    }

    async Task WarnAsync(Person mona, string name)
    {
        await OpenPersonAsync(mona, name);
        await inspection.LookAsync(mona, "moderation-person");
        await mona.Page.GetByText(mona.Words["person.remove"], new() { Exact = true }).ClickAsync();
        await mona.Page.GetByText(mona.Words["person.warn"], new() { Exact = true }).ClickAsync();
        await mona.Page.GetByLabel(mona.Words["person.warnText"]).FillAsync("Please stay with the subject.");
        await inspection.LookAsync(mona, "moderation-person-measures");
        await mona.Button(mona.Words["person.warnSend"]).ClickAsync();
        await Assertions.Expect(mona.News).ToContainTextAsync(mona.Words["order.warned"]);
    }

    async Task BanAsync(Person mona, string name)
    {
        await OpenPersonAsync(mona, name);
        await mona.Page.GetByText(mona.Words["person.ban"], new() { Exact = true }).ClickAsync();
        await mona.Page.GetByLabel(mona.Words["ban.house"]).CheckAsync();
        await mona.Page.GetByLabel(mona.Words["ban.reason"]).FillAsync("Insults in spite of a warning");
        await inspection.LookAsync(mona, "moderation-ban");
        await mona.Button(mona.Words["ban.now"]).ClickAsync();
        await Assertions.Expect(mona.News).ToContainTextAsync(mona.Words["order.banned"]);
        await mona.ClosePanelAsync();
    }

    /// <summary>Reports, rules, who is kept out, and what was done, one after the other.</summary>
    async Task LookAfterOrderAsync(Person mona)
    {
        await mona.OpenPanelAsync("order");
        await Assertions.Expect(InPanel(mona, "bans.lift", "Bo")).ToBeVisibleAsync();
        await InPanel(mona, "reports.take", "1").ClickAsync();
        await Assertions.Expect(mona.News).ToContainTextAsync(mona.Words["reports.taken"]);
        await LookAtAsync(mona, "reports.title", "moderation-reports");
        await LookAtAsync(mona, "bans.title", "moderation-bans");
        await LookAtAsync(mona, "log.title", "moderation-log");
        await mona.Page.GetByText(mona.Words["order.policy"]).ClickAsync();
        await mona.Button(mona.Words["policy.save"]).ScrollIntoViewIfNeededAsync();
        await inspection.LookAsync(mona, "moderation-policy");
        await mona.ClosePanelAsync();
    }

    async Task ObjectAsync(Person eve, TestHouse own)
    {
        await eve.Page.GotoAsync(new Uri(own.Address, "/meine-daten").AbsoluteUri);
        await eve.Page.GetByLabel(eve.Words["mydata.why"]).FillAsync("It was Bo who began.");
        await eve.Page.GetByText(eve.Words["mydata.eraseHow"]).ClickAsync();
        await inspection.LookAsync(eve, "mydata");
        await eve.Button(eve.Words["mydata.object"]).ClickAsync();
        await Assertions.Expect(eve.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(eve.Words["mydata.objected"]);
        await inspection.LookAsync(eve, "mydata-objected");
    }

    async Task InviteAsync(Person mona)
    {
        await InvitationTests.OpenInvitationsAsync(mona);
        await mona.Page.GetByText(mona.Words["invitations.new"]).ClickAsync();
        await mona.Page.Locator("details[open]").GetByLabel(mona.Words["invitations.label"]).FillAsync("Another evening in the garden");
        await mona.Button(mona.Words["invitations.issue"]).ClickAsync();
        var issued = mona.Page.Locator("li:focus");
        await Assertions.Expect(issued).ToContainTextAsync("Another evening");
        await inspection.LookAsync(mona, "panel-invitations");
        await issued.GetByRole(AriaRole.Button, new() { Name = mona.Words["invitations.qr"] }).ClickAsync();
        await mona.UntilAsync("the picture is there", "() => document.querySelector('dialog img').naturalWidth > 0");
        await inspection.LookAsync(mona, "invitation-qr");
        await mona.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = mona.Words["panel.close"] }).ClickAsync();
    }

    /// <summary>A part of the panel, from its heading on.</summary>
    async Task LookAtAsync(Person mona, string heading, string screen)
    {
        await mona.Heading(mona.Words[heading]).EvaluateAsync("heading => heading.scrollIntoView()");
        await inspection.LookAsync(mona, screen);
    }

    /// <summary>A button that says, for whoever does not see where it stands, what it is for.</summary>
    static ILocator InPanel(Person by, string words, string what) => by.Page.Locator("#panel button", new() { HasText = $"{by.Words[words]}: {what}" });

    static async Task OpenPersonAsync(Person by, string name)
    {
        await Assertions.Expect(by.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        if (await by.Page.Locator("#panel").CountAsync() == 0) await by.OpenPanelAsync("people");
        await by.Button(by.Words["person.about", "name", name]).ClickAsync();
        await Assertions.Expect(by.Page.Locator("dialog[open]")).ToBeVisibleAsync();
    }
}
