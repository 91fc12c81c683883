using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Rooms;

/// <summary>Two people of one name in one room, as the second one sees and hears it.</summary>
public sealed class NamesakeTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    [Fact]
    public async Task WhoComesSecondIsToldOnceUnderWhichNameTheyAreShown()
    {
        var own = await OpenHouseAsync("garten", capacity: 5);
        await using var first = await own.EnterAsync("Thomas Müller", "garten");
        var second = await EnterAsync("Thomas Müller", "garten", at: own.Address);
        await first.WaitUntilAsync(p => p.People.Any(each => each is { Member.Name: "Thomas Müller (2)" }), "the second one has a number");
        await second.UntilAsync("both are told apart", "() => klapphaus.people.includes('Thomas Müller') && klapphaus.people.includes('Thomas Müller (2)')");

        await second.OpenPanelAsync("people");
        await Assertions.Expect(second.Page.Locator("#panel .me")).ToHaveTextAsync("Thomas Müller (2) (Sie)");
        await Assertions.Expect(second.Page.Locator("#panel .title")).ToHaveTextAsync("Thomas Müller");
        await second.ClosePanelAsync();

        await first.LeaveAsync();
        await second.UntilAsync("one is alone", "() => klapphaus.people.join() === 'Thomas Müller (2)'");
        await second.OpenPanelAsync("news");
        var said = second.Page.Locator("#panel li").Filter(new() { HasText = "Sie erscheinen hier als" });
        await Assertions.Expect(said).ToHaveCountAsync(1);
        await Assertions.Expect(said).ToContainTextAsync("2 Personen sind hier, Sie eingeschlossen. Sie erscheinen hier als Thomas Müller (2).");
    }
}
