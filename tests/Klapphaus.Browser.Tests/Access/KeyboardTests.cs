using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Access;

public sealed class KeyboardTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    [Fact]
    public async Task KeysAloneLeadFromTheDoorOfTheHouseToStandSeven()
    {
        var ada = await OpenAsync("Ada");
        await ada.Page.EvaluateAsync(
            "() => { window.mouse = 0; for (const type of ['mousemove', 'mousedown', 'pointerdown', 'touchstart']) addEventListener(type, () => window.mouse++, true); }");
        await ada.TabToAsync("Ihr Name");
        await ada.Page.Keyboard.TypeAsync("Ada");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.InRoomAsync("foyer");

        await Assertions.Expect(ada.Floor).ToBeFocusedAsync();
        await ada.WalkByKeyAsync("ArrowLeft", "she is left of the desk", "() => klapphaus.here.x < 14.7");
        await ada.WalkByKeyAsync("ArrowUp", "she is past the desk", "() => klapphaus.here.y < 12.7");
        await ada.WalkByKeyAsync("ArrowRight", "she is before the door", "() => klapphaus.here.x > 16.6");
        await ada.HoldAsync("ArrowUp", "she is through the door", "() => klapphaus.room === 'halle'");

        await ada.TabToAsync("Gehe zu");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.TabToAsync("Ziel suchen: Stand, Tür, Person …");
        await ada.Page.Keyboard.TypeAsync("7");
        await ada.WalkUntilAsync(
            async () =>
            {
                await ada.TabToAsync("Stand 7, Stadtwerke Nebelfeld");
                await ada.Page.Keyboard.PressAsync("Enter");
            },
            "she stands at stand 7", "() => klapphaus.here.stop === 'stand-7'");

        await Assertions.Expect(ada.News).ToContainTextAsync("Sie stehen vor Stand 7, Stadtwerke Nebelfeld.");
        var here = await ada.StandingAsync();
        Assert.True(here is { X: >= 7 and < 12, Y: >= 18 and < 22 }, $"Ada stands at {here}, which is not stand 7.");
        Assert.Equal(0, await ada.Page.EvaluateAsync<int>("() => window.mouse"));
    }

    [Theory]
    [InlineData("welcome")]
    [InlineData("welcome again")]
    [InlineData("room")]
    [InlineData("goto")]
    [InlineData("people")]
    [InlineData("rooms")]
    [InlineData("news")]
    [InlineData("settings")]
    [InlineData("help")]
    [InlineData("door")]
    [InlineData("full")]
    [InlineData("waiting")]
    [InlineData("taken over")]
    public async Task EveryControlIsReachedByTabAndShowsTheFocus(string screen)
    {
        var small = screen is "full" or "waiting" ? await OpenHouseAsync("garten", capacity: 1) : null;
        await using var dora = small is null ? null : await small.EnterAsync("Dora", "garten");
        var ada = await OpenAsync("Ada", at: small?.Address);
        await ShowAsync(ada, screen);
        await TabRound.AssertReachesEverythingAsync(ada);
    }

    [Theory]
    [InlineData("goto")]
    [InlineData("people")]
    [InlineData("rooms")]
    [InlineData("news")]
    [InlineData("settings")]
    [InlineData("help")]
    public async Task EscapeClosesAPanelAndTheFocusReturnsToItsButton(string panel)
    {
        var ada = await EnterAsync("Ada");
        var opener = ada.Page.Locator($"#open-{panel}");
        await opener.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Page.Locator("#panel-heading")).ToBeFocusedAsync();
        await Assertions.Expect(opener).ToHaveAttributeAsync("aria-expanded", "true");
        await ada.Page.Keyboard.PressAsync("Tab");
        await ada.Page.Keyboard.PressAsync("Tab");

        await ada.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(ada.Page.Locator("#panel")).ToHaveCountAsync(0);
        await Assertions.Expect(opener).ToBeFocusedAsync();
        await Assertions.Expect(opener).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task EscapeOnAPhoneReturnsToTheButtonForMore()
    {
        var ada = await EnterAsync("Ada", device: Device.Pairs[1]);
        await ada.OpenPanelAsync("settings");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(ada.Page.Locator("#panel")).ToHaveCountAsync(0);
        await Assertions.Expect(ada.Page.Locator("#open-more")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("g", "Gehe zu")]
    [InlineData("p", "Personen")]
    [InlineData("r", "Räume")]
    [InlineData("v", "Was geschah")]
    [InlineData("e", "Einstellungen")]
    [InlineData("?", "Hilfe")]
    public async Task LetterOnTheFloorOpensAPanelUntilLettersAreSwitchedOff(string key, string title)
    {
        var ada = await EnterAsync("Ada");
        await Assertions.Expect(ada.Floor).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(ada.Heading(title)).ToBeFocusedAsync();
        await ada.ClosePanelAsync();
        await ada.OpenPanelAsync("settings");
        await ada.Page.GetByLabel("Kurztasten mit Buchstaben").UncheckAsync();
        await ada.ClosePanelAsync();
        await ada.Floor.FocusAsync();
        await ada.Page.Keyboard.PressAsync(key);
        // the next key is heard after the one before, and the arrows go without letters
        var start = await ada.HereAsync();
        await ada.HoldAsync("ArrowLeft", "the arrows still lead on", $"() => klapphaus.here.x < {start.X} - 0.3");
        await Assertions.Expect(ada.Page.Locator("#panel")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task EnterAtADoorLeadsThroughIt()
    {
        var ada = await EnterAsync("Ada", "halle");
        await Assertions.Expect(ada.Floor).ToBeFocusedAsync();
        await ada.HoldAsync("ArrowDown", "she is at the door", "() => klapphaus.here.y > 41.6");
        var here = await ada.StandingAsync();
        if (here.X < 28) await ada.HoldAsync("ArrowRight", "she is before the door", "() => klapphaus.here.x > 28");
        else if (here.X > 31) await ada.HoldAsync("ArrowLeft", "she is before the door", "() => klapphaus.here.x < 31");
        await Assertions.Expect(ada.Button("Durch die Tür: Foyer")).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.InRoomAsync("foyer");
        await Assertions.Expect(ada.Floor).ToBeFocusedAsync();
    }

    static async Task ShowAsync(Person ada, string screen)
    {
        if (screen == "welcome")
        {
            await Assertions.Expect(ada.Button("Eintreten")).ToBeVisibleAsync();
            return;
        }
        await ada.SignInAsync();
        switch (screen)
        {
            case "room":
                break;
            case "welcome again":
                await ada.Page.ReloadAsync();
                await Assertions.Expect(ada.Button("Weiter als Ada")).ToBeVisibleAsync();
                break;
            case "door":
                await ada.OpenPanelAsync("rooms");
                await ada.Page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "Ausstellungshalle" }).ClickAsync();
                await ada.InRoomAsync("halle");
                await ada.WalkUntilAsync(() => ada.ClickFloorAsync(29.5, 42.5), "she is at the door", "() => [...document.querySelectorAll('button')].some(b => `${b.ariaLabel ?? ''} ${b.textContent}`.includes('Durch die Tür'))");
                await Assertions.Expect(ada.Button("Durch die Tür: Foyer")).ToBeVisibleAsync();
                break;
            case "full" or "waiting":
                await ada.OpenPanelAsync("rooms");
                await ada.Page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "Garten" }).ClickAsync();
                await Assertions.Expect(ada.Heading("Garten ist voll")).ToBeFocusedAsync();
                if (screen == "full") break;
                await ada.Button("Auf einen Platz warten").ClickAsync();
                await Assertions.Expect(ada.Button("Nicht mehr warten")).ToBeVisibleAsync();
                break;
            case "taken over":
                var second = await ada.OpenTabAsync();
                await second.GetByRole(AriaRole.Button, new() { Name = "Weiter als Ada" }).ClickAsync();
                await Assertions.Expect(ada.Heading("Sie sind in einem anderen Fenster im Haus")).ToBeVisibleAsync();
                await ada.Page.BringToFrontAsync();
                break;
            default:
                await ada.OpenPanelAsync(screen);
                break;
        }
    }
}
