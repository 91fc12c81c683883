using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Access;

/// <summary>Each screen in German and English, light and dark, wide and narrow: no rule of WCAG 2.2 A and AA that axe can check is broken, no word is cut.</summary>
public sealed class ScreensTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    readonly Inspection inspection = new();

    public static TheoryData<int> Devices => [.. Enumerable.Range(0, Device.Pairs.Length)];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task WelcomeHasNoBarrier(int device)
    {
        var ada = await OpenAsync("Ada", Device.Pairs[device]);
        await Assertions.Expect(ada.Button(ada.Words["welcome.enter"])).ToBeVisibleAsync();
        await inspection.LookAsync(ada, "welcome");
        await ada.Button(ada.Words["welcome.enter"]).ClickAsync();
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(ada.Words["error.name"]);
        await inspection.LookAsync(ada, "welcome-error");
        await ada.SignInAsync();
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.Button(ada.Words["welcome.goOnAs", "name", "Ada"])).ToBeVisibleAsync();
        await inspection.LookAsync(ada, "welcome-again");
        inspection.AssertFaultless();
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task RoomAndItsPanelsHaveNoBarrier(int device)
    {
        await using var bo = await House.EnterAsync("Dr. Annegret Musterfrau-von Lützelburg", "halle");
        await using var cem = await House.EnterAsync("Cem", "halle");
        var ada = await EnterAsync("Ada", "halle", Device.Pairs[device]);
        await inspection.LookAsync(ada, "room");
        foreach (var panel in (string[])["goto", "people", "rooms", "news", "settings", "help"])
        {
            await ada.OpenPanelAsync(panel);
            await inspection.LookAsync(ada, $"panel-{panel}");
            await ada.ClosePanelAsync();
        }
        if (ada.Device.Width < 600)
        {
            await ada.Page.Locator("#open-more").ClickAsync();
            await Assertions.Expect(ada.Heading(ada.Words["more.title"])).ToBeVisibleAsync();
            await inspection.LookAsync(ada, "panel-more");
            await ada.ClosePanelAsync();
        }
        await ada.OpenPanelAsync("goto");
        await ada.Page.Locator("#search").FillAsync("xyz");
        await Assertions.Expect(ada.Page.GetByText(ada.Words["goto.none"])).ToBeVisibleAsync();
        await inspection.LookAsync(ada, "panel-goto-nothing-found");
        await ada.WalkUntilAsync(() => GoToAsync(ada, "7"), "she stands at stand 7", "() => klapphaus.here.x < 12 && klapphaus.here.y < 22 && !klapphaus.here.walking");
        await ada.ClosePanelAsync();
        await inspection.LookAsync(ada, "room-stand-7");
        await ada.OpenPanelAsync("goto");
        await ada.WalkUntilAsync(() => GoToAsync(ada, "Foyer"), "she is in the foyer", "() => klapphaus.line === 'connected' && klapphaus.room === 'foyer'");
        await ada.ClosePanelAsync();
        await inspection.LookAsync(ada, "room-foyer");
        await Task.WhenAll(bo.LeaveAsync(), cem.LeaveAsync());
        inspection.AssertFaultless();
    }

    static async Task GoToAsync(Person ada, string words)
    {
        await ada.Page.Locator("#search").FillAsync(words);
        await ada.Page.Keyboard.PressAsync("Enter");
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task ConversationHasNoBarrier(int device)
    {
        var own = await OpenHouseAsync();
        await using var bo = await own.EnterAsync("Dr. Annegret Musterfrau-von Lützelburg", "garten");
        await using var cem = await own.EnterAsync("Cem", "garten");
        var ada = await EnterAsync("Ada", "garten", Device.Pairs[device], own.Address);
        await ada.OpenPanelAsync("talk");
        await inspection.LookAsync(ada, "panel-talk-alone");
        await ada.ClosePanelAsync();
        await bo.WalkToAsync(22, 10);
        await ada.WalkUntilAsync(() => ada.ClickFloorAsync(23, 11), "she talks", "() => klapphaus.talk?.length === 1");
        await bo.SetTopicAsync("Was tun gegen den Leerstand in der Fußgängerzone?");
        await bo.CloseConversationAsync(true);
        await cem.WaitUntilAsync(p => p.Conversations is [{ Closed: true }], "there is a closed conversation");
        await cem.KnockAsync(cem.Picture.Conversations.Single().Id);
        await Assertions.Expect(ada.Button(ada.Words["talk.letIn"])).ToBeVisibleAsync();
        await inspection.LookAsync(ada, "talk");
        await ada.OpenPanelAsync("talk");
        await bo.SayAsync("Guten Tag! Lesen Sie auch https://www.example.org/leerstand?");
        await ada.Page.GetByLabel(ada.Words["talk.text"], new() { Exact = true }).FillAsync("Sehr gern.");
        await ada.Button(ada.Words["talk.send"]).ClickAsync();
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("Sehr gern.");
        await inspection.LookAsync(ada, "panel-talk");
        await Task.WhenAll(bo.LeaveAsync(), cem.LeaveAsync());
        inspection.AssertFaultless();
    }

    [Fact]
    public async Task FullRoomHasNoBarrier()
    {
        var small = await OpenHouseAsync("garten", capacity: 1);
        await using var dora = await small.EnterAsync("Dora", "garten");
        foreach (var device in Device.Pairs)
        {
            var ada = await EnterAsync("Ada", device: device, at: small.Address);
            await ada.OpenPanelAsync("rooms");
            await ada.Page.Locator("#panel").GetByRole(AriaRole.Button, new() { NameRegex = new("Garten|Garden", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
            await Assertions.Expect(ada.Button(ada.Words["full.wait"])).ToBeVisibleAsync();
            await ada.ClosePanelAsync();
            await inspection.LookAsync(ada, "full");
            await ada.Button(ada.Words["full.wait"]).ClickAsync();
            await Assertions.Expect(ada.Button(ada.Words["full.stop"])).ToBeVisibleAsync();
            await inspection.LookAsync(ada, "full-waiting");
            var bo = await OpenAsync("Bo", device, small.Address, "?raum=garten");
            await bo.Page.GetByLabel(bo.Words["welcome.name"]).FillAsync("Bo");
            await bo.Button(bo.Words["welcome.enter"]).ClickAsync();
            await Assertions.Expect(bo.Button(bo.Words["full.wait"])).ToBeVisibleAsync();
            await inspection.LookAsync(bo, "full-at-the-door");
        }
        inspection.AssertFaultless();
    }

    [Fact]
    public async Task TakenOverTabHasNoBarrier()
    {
        foreach (var device in Device.Pairs)
        {
            var ada = await EnterAsync("Ada", device: device);
            var second = await ada.OpenTabAsync();
            await second.GetByRole(AriaRole.Button, new() { Name = ada.Words["welcome.goOnAs", "name", "Ada"] }).ClickAsync();
            await Assertions.Expect(ada.Heading(ada.Words["end.takenOver"])).ToBeVisibleAsync();
            await ada.Page.BringToFrontAsync();
            await inspection.LookAsync(ada, "taken-over");
        }
        inspection.AssertFaultless();
    }

    [Fact]
    public async Task LostLineHasNoBarrier()
    {
        await using var own = await HouseProcess.OpenAsync();
        var people = new List<Person>();
        foreach (var device in Device.Pairs) people.Add(await EnterAsync("Ada", device: device, at: own.Address));
        people.ForEach(person => person.ExpectSilence());
        await own.KillAsync();
        foreach (var ada in people)
        {
            await Assertions.Expect(ada.Page.GetByText(ada.Words["line.lost"])).ToBeVisibleAsync();
            await inspection.LookAsync(ada, "line-lost");
        }
        inspection.AssertFaultless();
    }
}
