using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>The bell on each device: no rule of WCAG 2.2 A and AA that axe can check is broken, no word is cut.</summary>
public sealed class BellScreensTests(Chromium chromium, SharedHouse house) : BellTestsBase(chromium, house)
{
    public static TheoryData<int> Devices => [.. Enumerable.Range(0, Device.Opposites.Length)];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task TheBellHasNoBarrier(int device)
    {
        var own = await OpenHouseAsync();
        var uwe = await HostAsync(own, "foyer", Device.Opposites[device]);
        await DutyAsync(uwe);
        await Inspection.LookAsync(uwe, "bell-duty");
        await uwe.ClosePanelAsync();
        var vera = await EnterAsync("Dr. Veronika Sonnenschein-Wolkenstein", "halle", Device.Opposites[device], own.Address);
        await WalkToStandAsync(vera, 21);
        await Inspection.LookAsync(vera, "bell-staffed-floor");
        await vera.Page.Locator("#open-stand").ClickAsync();
        await vera.Button(vera.Words["bell.ring"]).ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(vera, "bell-panel");
        await vera.Button(vera.Words["bell.talk"]).ClickAsync();
        await Assertions.Expect(Strip(vera)).ToBeVisibleAsync();
        await Inspection.LookAsync(vera, "bell-waiting");
        await Assertions.Expect(Strip(uwe)).ToContainTextAsync("Sonnenschein");
        await Inspection.LookAsync(uwe, "bell-call");
        await Strip(uwe).GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(Strip(vera)).ToContainTextAsync(vera.Words["bell.talks", "host", "Uwe"]);
        await Inspection.LookAsync(vera, "bell-talk");
        await ComesToTheStandAsync(uwe);
        if (uwe.Device != Device.Usual) await uwe.Page.Locator("#open-stand").ClickAsync();
        await Assertions.Expect(uwe.Page.Locator("#panel")).ToContainTextAsync("Sonnenschein");
        await Inspection.LookAsync(uwe, "bell-host-talks");
        Inspection.AssertFaultless();
    }
}
