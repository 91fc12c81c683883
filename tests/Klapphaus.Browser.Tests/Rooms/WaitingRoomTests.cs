using System.Text.RegularExpressions;
using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Rooms;

/// <summary>A room into which a moderator lets people in one by one, from both sides of its door.</summary>
public sealed class WaitingRoomTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    readonly Inspection inspection = new();

    [Fact]
    public async Task WhoAsksIsSeenByTheModeratorAndLetIn()
    {
        var own = await OpenHouseAsync();
        var mona = await OpenAsync("Mona", at: own.Address, path: "?raum=garten" + own.InvitationLink.Fragment);
        await mona.SignInAsync();
        await mona.InRoomAsync("garten");
        await mona.OpenPanelAsync("order");
        await mona.Page.GetByText("Wer darf hier was?").ClickAsync();
        await mona.Page.GetByLabel("Wartezimmer: Die Moderation lässt einzeln ein").CheckAsync();
        await mona.Page.GetByLabel("Hinweis für alle, die nicht hineindürfen").FillAsync("Die Sitzung beginnt um zehn.");
        await mona.Button("Regeln übernehmen").ClickAsync();
        await Assertions.Expect(mona.Heading("Wartezimmer: Garten")).ToBeVisibleAsync();

        var bo = await EnterAsync("Bo", at: own.Address);
        await bo.OpenPanelAsync("rooms");
        await bo.Page.GetByRole(AriaRole.List, new() { Name = "Räume" }).GetByRole(AriaRole.Button, new() { Name = "Garten" }).ClickAsync();
        await Assertions.Expect(bo.Heading("Garten: Einlass durch die Moderation")).ToBeFocusedAsync();
        await Assertions.Expect(bo.Page.Locator(".notice")).ToContainTextAsync("Die Sitzung beginnt um zehn.");
        await inspection.LookAsync(bo, "waiting-room");
        await bo.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(bo.Button("Um Einlass bitten")).ToBeFocusedAsync();
        await bo.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(bo.News).ToContainTextAsync("Sie haben um Einlass gebeten: Garten.");

        await Assertions.Expect(mona.News).ToContainTextAsync("Bo bittet um Einlass.");
        await inspection.LookAsync(mona, "waiting-room-moderator");
        await Decide(mona, "Nicht einlassen: Bo").ClickAsync();
        await Assertions.Expect(bo.News).ToContainTextAsync("Die Moderation lässt Sie gerade nicht ein: Garten.");
        await Assertions.Expect(bo.Heading("Garten: Einlass durch die Moderation")).ToHaveCountAsync(0);

        await bo.Page.GetByRole(AriaRole.List, new() { Name = "Räume" }).GetByRole(AriaRole.Button, new() { Name = "Garten" }).ClickAsync();
        await bo.Button("Um Einlass bitten").ClickAsync();
        await Decide(mona, "Einlassen: Bo").ClickAsync();
        await bo.InRoomAsync("garten");
        await Assertions.Expect(mona.Heading("Wartezimmer: Garten")).ToBeFocusedAsync();
        inspection.AssertFaultless();
    }

    /// <summary>What is meant stands in words for the ear alone, and is part of the text, too.</summary>
    static ILocator Decide(Person by, string words) => by.Page.Locator("#panel button", new() { HasTextRegex = new($"^{words}", RegexOptions.None, TimeSpan.FromSeconds(1)) });
}
