using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Conversations;

/// <summary>Who leads a stage calls up those who raised their hands, by keyboard, in the order in which they did.</summary>
public sealed class StageTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    readonly Inspection inspection = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task HandsAreCalledUpInTheirOrder(int device)
    {
        var own = await OpenHouseAsync();
        await using var bo = await own.EnterAsync("Bo", "buehne");
        await using var cem = await own.EnterAsync("Cem", "buehne");
        await Task.WhenAll(bo.WalkToAsync(22, 5), cem.WalkToAsync(24, 5));
        var mona = await OpenAsync("Mona", Device.Pairs[device], own.Address, "?raum=buehne" + own.InvitationLink.Fragment);
        await mona.SignInAsync();
        await mona.InRoomAsync("buehne");
        await WalkOntoTheStageAsync(mona);
        // the later in the list is the first to ask
        await RaiseHandAsync(cem);
        await bo.WaitUntilAsync(p => p.Talk?.People.Any(each => each.Hand == 1) == true, "Cem's hand is up");
        await RaiseHandAsync(bo);
        await mona.OpenPanelAsync("talk");
        var hands = mona.Page.GetByRole(AriaRole.List, new() { Name = mona.Words["talk.hands_other", "count", "2"] });
        await Assertions.Expect(hands.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["Cem", "Bo"]);
        await inspection.LookAsync(mona, "stage-hands");

        await CallUpAsync(mona, "Cem");
        await cem.WaitUntilAsync(p => p.Talk?.People.Any(each => each.Word && each.Handle == p.Handle) == true, "Cem has the word");
        await CallUpAsync(mona, "Bo");
        await bo.WaitUntilAsync(p => p.Talk?.People.Any(each => each.Word && each.Handle == p.Handle) == true, "Bo has the word");
        await Assertions.Expect(mona.Page.Locator("#talk-hands")).ToHaveCountAsync(0);
        await Assertions.Expect(mona.Page.Locator("#panel")).ToContainTextAsync($"Bo – {mona.Words["talk.state.word"]}");
        inspection.AssertFaultless();
    }

    static async Task WalkOntoTheStageAsync(Person mona)
    {
        await mona.OpenPanelAsync("goto");
        var stage = mona.Page.Locator("#panel").GetByRole(AriaRole.Button, new() { NameRegex = new("^(?:Bühne|Stage)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).First;
        await mona.WalkUntilAsync(() => stage.ClickAsync(), "she is on the stage with both", "() => klapphaus.talk?.length === 2");
        await mona.ClosePanelAsync();
    }

    static async Task RaiseHandAsync(HouseConnection person) =>
        Assert.Equal(Contracts.ErrorCode.None, await person.AskAsync(nameof(IHouseHub.RaiseHand), new HandRequest { Up = true }));

    static async Task CallUpAsync(Person mona, string name)
    {
        await mona.Page.Locator("#panel-heading").FocusAsync();
        await mona.TabToAsync(mona.Words["talk.nextHand", "name", name]);
        await mona.Page.Keyboard.PressAsync("Enter");
    }
}
