using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Rooms;

public sealed class WalkingTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    [Fact]
    public async Task OthersSeeWhoWalksWithTheArrowKeys()
    {
        var ada = await EnterAsync("Ada");
        var bo = await EnterAsync("Bo");
        var start = await ada.StandingAsync();
        await bo.SeesAsync("Ada", start);
        await bo.FollowWithTheEyesAsync("Ada");

        await ada.Floor.FocusAsync();
        await ada.WalkByKeyAsync("ArrowLeft", "she has gone to the left", "() => klapphaus.here.x < 14.7");
        await ada.WalkByKeyAsync("ArrowUp", "she has gone up", "() => klapphaus.here.y < 12.7");

        await bo.SeesAsync(ada);
        var end = await ada.StandingAsync();
        var seen = (await bo.TrailAsync()).Where(at => at.To(start) > 0.2 && at.To(end) > 0.2).DistinctBy(at => at.ToString()).Count();
        Assert.True(seen >= 5, $"Bo saw Ada at {seen} places on her way from {start} to {end}: she jumped.");
    }

    [Fact]
    public async Task ClickBehindTheDeskLeadsAroundIt()
    {
        var ada = await EnterAsync("Ada");
        var bo = await EnterAsync("Bo");
        await ada.WalkToAsync(17.5, 16.5); // before the desk
        await ada.FollowWithTheEyesAsync();

        await ada.WalkToAsync(17.5, 12.5); // behind it

        await bo.SeesAsync(ada);
        Assert.DoesNotContain(await ada.TrailAsync(), at => at is { X: > 15 and < 20, Y: > 14 and < 15 });
    }

    [Fact]
    public async Task DoorAndRoomListLeadTogetherAgainAndLatecomersSeeBoth()
    {
        var ada = await EnterAsync("Ada");
        var bo = await EnterAsync("Bo");

        await ada.WalkToAsync(14.5, 12.5); // past the desk
        await ada.WalkUntilAsync(() => ada.ClickFloorAsync(17.5, 6.5), "the door is in sight", "() => klapphaus.here.y < 7 && !klapphaus.here.walking");
        await ada.WalkUntilAsync(() => ada.ClickFloorAsync(17.5, 0.5), "she is in the hall", "() => klapphaus.line === 'connected' && klapphaus.room === 'halle'");
        await Assertions.Expect(ada.Heading("Ausstellungshalle")).ToBeVisibleAsync();
        await bo.UntilAsync("Ada has left", "() => !klapphaus.people.includes('Ada')");

        await bo.OpenPanelAsync("rooms");
        await bo.Page.GetByRole(AriaRole.List, new() { Name = "Räume" }).GetByRole(AriaRole.Button, new() { Name = "Ausstellungshalle" }).ClickAsync();
        await bo.InRoomAsync("halle");
        await bo.SeesAsync(ada);
        await ada.SeesAsync(bo);

        await ada.Floor.FocusAsync();
        await ada.WalkByKeyAsync("ArrowUp", "she has gone up the hall", "() => klapphaus.here.y < 37");
        var cem = await EnterAsync("Cem", "halle");
        await cem.SeesAsync(ada);
        await cem.SeesAsync(bo);
        await ada.SeesAsync(cem);
    }

    [Fact]
    public async Task WalkEndsAtAWall()
    {
        var ada = await EnterAsync("Ada");
        await ada.Floor.FocusAsync();
        await ada.HoldAsync("ArrowDown", "she is told of the wall", "() => document.querySelector('p.news').innerText.includes('Hier geht es nicht weiter.')");
        await ada.WalkByKeyAsync("ArrowDown", "she stands there by the house's word, too", "() => klapphaus.here.y >= 22");
        var here = await ada.StandingAsync();
        Assert.InRange(here.Y, 22, 23);
    }
}
