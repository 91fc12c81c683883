using System.Text.RegularExpressions;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Access;

public sealed partial class ScreenReaderTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    /// <summary>Nothing of the page is looked at but roles, names and what is read out.</summary>
    [Fact]
    public async Task RolesAndNamesAloneLeadToStandSeven()
    {
        var ada = await OpenAsync("Ada");
        await HearsAsync(ada, "- heading \"Stadtretter Klapphaus\" [level=1]");
        await HearsAsync(ada, "- textbox \"Ihr Name\"");
        await ada.Page.GetByRole(AriaRole.Textbox, new() { Name = "Ihr Name" }).FocusAsync();
        await ada.Page.Keyboard.TypeAsync("Ada");
        await PressAsync(ada, "Eintreten");

        await HearsAsync(ada, "- heading \"Foyer\" [level=1]");
        await HearsAsync(ada, "- status: /Meldung. Foyer\\..*hier/");
        await HearsAsync(ada, "- 'application \"Boden: Foyer\"'");
        await PressAsync(ada, "Wo bin ich?");
        await HearsAsync(ada, "- status: /Sie sind hier. Foyer.*In der Nähe.*Meter im/");

        await PressAsync(ada, "Gehe zu");
        var door = await NameAsync(ada, DoorToTheHall());
        await ada.WalkUntilAsync(() => PressAsync(ada, door), "she is in the hall", "() => klapphaus.room === 'halle'");
        await HearsAsync(ada, "- heading \"Ausstellungshalle\" [level=1]");
        await HearsAsync(ada, "- status: /Ausstellungshalle\\./");

        await HearsAsync(ada, "- heading \"Stände\" [level=3]");
        var stand = await NameAsync(ada, StandSeven());
        await ada.WalkUntilAsync(() => PressAsync(ada, stand), "she stands at stand 7", "() => klapphaus.here.stop === 'stand-7'");
        await HearsAsync(ada, "- status: /Sie stehen vor Stand 7, Stadtwerke Nebelfeld\\./");
        await PressAsync(ada, "Wo bin ich?");
        await HearsAsync(ada, "- status: /Sie sind hier. Ausstellungshalle, Stand 7, Stadtwerke Nebelfeld\\./");

        // and what was read out is true
        Assert.True(await ada.HereAsync() is { X: >= 7 and < 12, Y: >= 18 and < 22 });
    }

    [Fact]
    public async Task WhoIsHereIsReadOutAndCanBeWalkedTo()
    {
        var ada = await EnterAsync("Ada", "garten");
        var bo = await EnterAsync("Bo", "garten");
        await HearsAsync(ada, "- status: /Bo kam herein\\./");
        await PressAsync(ada, "Personen");
        await HearsAsync(ada, "- list \"Personen\":\n  - listitem:\n    - button \"Bo\"");
        await PressAsync(ada, "Bo");
        await HearsAsync(ada, "- status: /Sie stehen bei Bo\\./");
        Assert.InRange((await ada.StandingAsync()).To(await bo.StandingAsync()), 0, 2);

        await PressAsync(bo, "Verlassen");
        await HearsAsync(ada, "- status: /Bo ging hinaus\\./");
        await HearsAsync(ada, "- status: Außer Ihnen ist niemand hier.");
    }

    [Fact]
    public async Task MistakeInTheNameIsReadOutAtItsField()
    {
        var ada = await OpenAsync("Ada");
        await PressAsync(ada, "Eintreten");
        await HearsAsync(ada, "- textbox \"Ihr Name\"");
        await HearsAsync(ada, "- alert: Bitte geben Sie einen Namen mit 1 bis 40 Zeichen an.");
        var field = ada.Page.GetByRole(AriaRole.Textbox, new() { Name = "Ihr Name" });
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Assertions.Expect(field).ToHaveAccessibleDescriptionAsync("Bitte geben Sie einen Namen mit 1 bis 40 Zeichen an.");
    }

    [GeneratedRegex("button \"(?<name>Tür zu: [^\"]*halle)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DoorToTheHall();

    [GeneratedRegex("button \"(?<name>Stand 7, [^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StandSeven();

    static Task HearsAsync(Person person, string words) => Assertions.Expect(person.Page.Locator("body")).ToMatchAriaSnapshotAsync(words);

    static async Task PressAsync(Person person, string button)
    {
        await person.Button(button).FocusAsync();
        await person.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Reads the whole page and finds the full name of something in it.</summary>
    static async Task<string> NameAsync(Person person, Regex wanted)
    {
        // what was asked for may be on its way yet
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(50)))
        {
            var page = await person.Page.Locator("body").AriaSnapshotAsync();
            var found = wanted.Match(page);
            if (found.Success) return found.Groups["name"].Value;
            Assert.True(TimeProvider.System.GetElapsedTime(since).TotalMilliseconds < Chromium.Patience, $"Nothing reads like {wanted} in:\n{page}");
        }
    }
}
