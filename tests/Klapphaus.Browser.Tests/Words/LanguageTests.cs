using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Words;

public sealed class LanguageTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    [Theory]
    [InlineData("de-DE", "de", "Ihr Name")]
    [InlineData("de-AT", "de", "Ihr Name")]
    [InlineData("en-US", "en", "Your name")]
    [InlineData("fr-FR", "de", "Ihr Name")]
    public async Task PageSpeaksTheLanguageOfTheBrowserOrGerman(string browser, string language, string label)
    {
        var ada = await OpenAsync("Ada", new Device(browser, browser));
        await Assertions.Expect(ada.Page.GetByLabel(label)).ToBeVisibleAsync();
        await Assertions.Expect(ada.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    [Fact]
    public async Task ChosenLanguageStaysAfterAReload()
    {
        var ada = await OpenAsync("Ada");
        await ada.Button("English").ClickAsync();
        await Assertions.Expect(ada.Page.GetByLabel("Your name")).ToBeVisibleAsync();
        await Assertions.Expect(ada.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.Page.GetByLabel("Your name")).ToBeVisibleAsync();
        await Assertions.Expect(ada.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(ada.Button("English")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task RoomAndPanelsFollowTheSwitchWithoutAReload()
    {
        var ada = await EnterAsync("Ada", "halle");
        var place = await ada.StandingAsync();
        await ada.OpenPanelAsync("settings");
        await ada.Page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(ada.Heading("Settings")).ToBeVisibleAsync();
        await Assertions.Expect(ada.Heading("Exhibition hall")).ToBeVisibleAsync();
        await Assertions.Expect(ada.Floor).ToHaveAccessibleNameAsync("Floor: Exhibition hall");
        await Assertions.Expect(ada.Page).ToHaveTitleAsync("Exhibition hall – Stadtretter Klapphaus");
        await ada.Button("Go to").ClickAsync();
        await Assertions.Expect(ada.Button("Stand 7, Nebelfeld Utilities")).ToBeVisibleAsync();
        Assert.True(place.To(await ada.StandingAsync()) < 0.05, "A change of language moves nobody.");
    }
}
