using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.House;

public sealed class SecondTabTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    [Fact]
    public async Task FirstTabSaysThatAnotherTookOverAndCanGoOn()
    {
        var ada = await EnterAsync("Ada", "garten");
        var bo = await EnterAsync("Bo", "garten");
        var place = await ada.StandingAsync();

        var second = await ada.OpenTabAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Weiter als Ada" }).ClickAsync();
        await ada.UntilAsync(second, "the second tab is inside", "() => klapphaus.line === 'connected' && klapphaus.room === 'garten'");
        await Assertions.Expect(ada.Heading("Sie sind in einem anderen Fenster im Haus")).ToBeFocusedAsync();
        Assert.Equal(1, await CountAsync(bo, "Ada"));

        await ada.Button("Hier weitermachen").ClickAsync();
        await ada.InRoomAsync("garten");
        await Assertions.Expect(second.GetByRole(AriaRole.Heading, new() { Name = "Sie sind in einem anderen Fenster im Haus" })).ToBeVisibleAsync();
        await bo.SeesAsync(ada);
        Assert.True(place.To(await ada.StandingAsync()) < 0.05, "Whoever goes on goes on where they stood.");
        Assert.Equal(1, await CountAsync(bo, "Ada"));
    }

    static Task<int> CountAsync(Person bo, string name) => bo.Page.EvaluateAsync<int>("name => klapphaus.people.filter(each => each === name).length", name);
}
