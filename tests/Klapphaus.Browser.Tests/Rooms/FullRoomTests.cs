using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Rooms;

public sealed class FullRoomTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    [Fact]
    public async Task FullRoomSaysSoAndLetsInWhoWaitsWhenThereIsAPlace()
    {
        var small = await OpenHouseAsync("garten", capacity: 1);
        var ada = await EnterAsync("Ada", "garten", at: small.Address);
        var bo = await EnterAsync("Bo", at: small.Address);
        var place = await bo.StandingAsync();

        await bo.OpenPanelAsync("rooms");
        var rooms = bo.Page.GetByRole(AriaRole.List, new() { Name = "Räume" });
        await Assertions.Expect(rooms.GetByRole(AriaRole.Button, new() { Name = "Garten" })).ToContainTextAsync("voll");
        await rooms.GetByRole(AriaRole.Button, new() { Name = "Garten" }).ClickAsync();
        await Assertions.Expect(bo.Heading("Garten ist voll")).ToBeFocusedAsync();
        await Assertions.Expect(bo.News).ToContainTextAsync("Garten ist voll.");
        Assert.True(place.To(await bo.StandingAsync()) < 0.05, "Who finds a room full stays where he is.");

        await bo.Button("Auf einen Platz warten").ClickAsync();
        await Assertions.Expect(bo.News).ToContainTextAsync("Sie warten auf einen Platz: Garten. Sie sind als Nächstes dran.");
        await ada.Button("Verlassen").ClickAsync();

        await bo.InRoomAsync("garten");
        await Assertions.Expect(bo.Heading("Garten ist voll")).ToHaveCountAsync(0);
        await bo.UntilAsync("he is the only one", "() => klapphaus.people.join() === 'Bo'");
    }

    [Fact]
    public async Task WhoStopsWaitingStaysWhereTheyAre()
    {
        var small = await OpenHouseAsync("garten", capacity: 1);
        await using var cem = await small.EnterAsync("Cem", "garten");
        var bo = await EnterAsync("Bo", at: small.Address);
        await bo.OpenPanelAsync("rooms");
        var garden = bo.Page.GetByRole(AriaRole.List, new() { Name = "Räume" }).GetByRole(AriaRole.Button, new() { Name = "Garten" });
        await garden.ClickAsync();
        await bo.Button("Auf einen Platz warten").ClickAsync();
        await bo.Button("Nicht mehr warten").ClickAsync();
        await Assertions.Expect(bo.Heading("Garten ist voll")).ToHaveCountAsync(0);
        // that he waits no more is said by the way; the house has heard it when it answers what he asks after it
        await garden.ClickAsync();
        await Assertions.Expect(bo.Button("Auf einen Platz warten")).ToBeVisibleAsync();

        // whoever still stood in the line would be fetched now, before the one who asks after
        await cem.LeaveAsync();
        await using var dora = await small.EnterAsync("Dora", "garten");
        await bo.UntilAsync("the list of rooms tells of Dora", "() => document.querySelector('#panel').innerText.match(/Garten\\s+voll/)");
        Assert.Equal("foyer", await bo.Page.EvaluateAsync<string>("() => klapphaus.room"));
    }

    [Fact]
    public async Task WhoComesToAFullRoomFromOutsideStandsBeforeItsDoor()
    {
        var small = await OpenHouseAsync("garten", capacity: 1);
        await using var cem = await small.EnterAsync("Cem", "garten");
        var bo = await OpenAsync("Bo", at: small.Address, path: "?raum=garten");
        await bo.Page.GetByLabel("Ihr Name").FillAsync("Bo");
        await bo.Button("Eintreten").ClickAsync();
        await Assertions.Expect(bo.Heading("Garten ist voll")).ToBeFocusedAsync();
        await Assertions.Expect(bo.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Stadtretter Klapphaus");
        await bo.Button("Auf einen Platz warten").ClickAsync();
        await Assertions.Expect(bo.Button("Nicht mehr warten")).ToBeVisibleAsync();
        await cem.LeaveAsync();
        await bo.InRoomAsync("garten");
    }
}
