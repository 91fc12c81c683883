using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.House;

/// <summary>The dashboard is a foreign page under our policy.</summary>
public sealed class ClusterDashboardTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    [Fact]
    public async Task OrganiserReadsInTheDashboardWhichRoomsAreAtWork()
    {
        var own = await OpenHouseAsync("--Klapphaus:Dashboard", "true");
        var olga = await OpenAsync("Olga", at: own.Address, path: own.InvitationLink.Fragment);
        await olga.SignInAsync();
        await olga.Page.GotoAsync(new Uri(own.Address, "/orleans").AbsoluteUri);
        await olga.Page.GetByRole(AriaRole.Link, new() { Name = "Grains" }).First.ClickAsync();
        await Assertions.Expect(olga.Page.GetByText("RoomGrain").First).ToBeVisibleAsync();
    }
}
