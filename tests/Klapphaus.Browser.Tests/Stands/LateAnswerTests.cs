using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>The house answers late, as behind a slow proxy: whoever goes on meanwhile is not brought back, and loses nothing that they have written.</summary>
public sealed class LateAnswerTests(Chromium chromium, SharedHouse house) : StandTestsBase(chromium, house)
{
    [Fact]
    public async Task WhoHasMovedOnStaysThereWhenTheAnswerComes()
    {
        var uwe = await OpenStandAsync(await OpenHouseAsync());
        var first = uwe.Page.Locator("#new-materials-text");
        var count = uwe.Page.GetByLabel(uwe.Words["times.count"]);
        var answer = await AddHeldUpAsync(uwe);
        await count.FillAsync("7");
        answer.SetResult();
        await Assertions.Expect(first).ToHaveValueAsync("");
        await uwe.Page.Keyboard.InsertTextAsync("1");
        await Assertions.Expect(count).ToBeFocusedAsync();
        await Assertions.Expect(count).ToHaveValueAsync("71");
    }

    [Fact]
    public async Task WhoHasWaitedGoesOnWithTheNext()
    {
        var uwe = await OpenStandAsync(await OpenHouseAsync());
        var answer = await AddHeldUpAsync(uwe);
        answer.SetResult();
        await Assertions.Expect(uwe.Page.Locator("#new-materials-text")).ToBeFocusedAsync();
        await Assertions.Expect(uwe.Page.Locator("#new-materials-text")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task WhatIsWrittenMeanwhileIsTheNextOne()
    {
        var uwe = await OpenStandAsync(await OpenHouseAsync());
        var answer = await AddHeldUpAsync(uwe);
        await uwe.Page.Locator("#new-materials-text").FillAsync("Faltblatt zum Markt");
        answer.SetResult();
        await Assertions.Expect(uwe.News).ToContainTextAsync(uwe.Words["stand.added", "field", uwe.Words["stand.part.materials"]]);
        await Assertions.Expect(uwe.Button(uwe.Words["stand.add.materials"])).ToBeEnabledAsync(); // it is not while the house is asked
        await Assertions.Expect(uwe.Page.Locator("#new-materials-text")).ToHaveValueAsync("Faltblatt zum Markt");
    }

    /// <summary>Adds a material by the keyboard; the house has it, and says so when what is returned is set.</summary>
    static async Task<TaskCompletionSource> AddHeldUpAsync(Person uwe)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await uwe.Page.RouteAsync("**/api/stands/*/edits", async route =>
        {
            asked.TrySetResult();
            await answer.Task;
            await route.ContinueAsync();
        });
        await uwe.Page.Locator("#new-materials-link").FillAsync("https://example.org/bericht");
        await uwe.Page.Locator("#new-materials-text").FillAsync("Bericht");
        await uwe.Page.Locator("#new-materials-text").PressAsync("Enter");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return answer;
    }
}
