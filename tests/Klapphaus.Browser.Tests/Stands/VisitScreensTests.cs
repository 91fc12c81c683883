using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>Each screen of visits in German and English, light and dark, wide and narrow: no rule of WCAG 2.2 A and AA that axe can check is broken, no word is cut.</summary>
public sealed class VisitScreensTests(Chromium chromium, SharedHouse house) : VisitTestsBase(chromium, house)
{
    public static TheoryData<int> Devices => [.. Enumerable.Range(0, Device.Opposites.Length)];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task VisitsHaveNoBarrier(int number)
    {
        var device = Device.Opposites[number];
        var own = await OpenHouseAsync();
        var uwe = await OpenForVisitsAsync(own, device);
        var stand = uwe.Page.Url.Split('/')[^1];
        await Inspection.LookAsync(uwe, "stand-times-offered");

        var vera = await VisitAsync(own, device);
        var panel = vera.Page.Locator("#panel");
        await panel.GetByRole(AriaRole.Button, new() { Name = $"{vera.Words["bag.take"]}: {Material}" }).ClickAsync();
        await Assertions.Expect(vera.News).ToContainTextAsync(vera.Words["bag.took", "title", Material]);
        await panel.GetByRole(AriaRole.Button, new() { Name = $"{vera.Words["times.book"]}:" }).First.ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Link, new() { Name = $"{vera.Words["times.calendar"]}:" })).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = $"{vera.Words["times.cancel"]}:" }).ClickAsync();
        await panel.Locator("summary", new() { HasText = vera.Words["standReport.open"] }).ClickAsync();
        await panel.GetByLabel(vera.Words["standReport.reason"]).FillAsync("Falsche Zahlen");
        await Inspection.LookAsync(vera, "panel-stand-visit");
        await panel.Locator("#stand-times").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(vera, "panel-stand-booked");

        await OpenBagAsync(vera, own);
        await vera.Button(vera.Words["bag.link"]).ClickAsync();
        await Assertions.Expect(vera.Page.Locator("p.link")).ToBeVisibleAsync();
        await vera.UntilAsync("the code is drawn", "() => document.querySelector('main img')?.naturalWidth > 0");
        await vera.Button(vera.Words["bag.clear"]).ClickAsync();
        await Inspection.LookAsync(vera, "bag");
        await vera.Page.Locator("#own-times").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(vera, "bag-below");
        var shared = await OpenAsync("Telefon", device, own.Address, $"tasche{new Uri((await vera.Page.Locator("p.link").TextContentAsync())!.Trim()).Fragment}");
        await Assertions.Expect(shared.Page.Locator("#bag-items")).ToBeVisibleAsync();
        await Inspection.LookAsync(shared, "bag-shared");

        await Counted.KeepAsync(own.Services, stand, Counted.Days(new(2026, 1, 5), new(2026, 1, 6), 6, "gone"), Counted.Days(new(2026, 1, 7), new(2026, 1, 7), 128, "gone"));
        await uwe.Page.ReloadAsync();
        await Assertions.Expect(uwe.Page.Locator("table")).ToContainTextAsync("128");
        await uwe.Page.Locator("#times-heading").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(uwe, "stand-times-booked");
        await uwe.Page.Locator("#figures-heading").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(uwe, "stand-figures");

        var passer = await OpenAsync("Passantin", device, own.Address, $"embed/stands/{stand}");
        await Assertions.Expect(passer.Heading("Werkstatt Innenstadt")).ToBeVisibleAsync();
        await Inspection.LookAsync(passer, "embedded-card");
        Inspection.AssertFaultless();
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task WhatIsEmptyHasNoBarrierEither(int number)
    {
        var device = Device.Opposites[number];
        var own = await OpenHouseAsync();
        var uwe = await ComeIntoTeamAsync(own, "Uwe", await GivePlaceAsync(await OrganiserAsync(own, device)), device);
        await Inspection.LookAsync(uwe, "stand-template");
        await uwe.Button(uwe.Words["template.use"]).ClickAsync();
        await Assertions.Expect(uwe.News).ToContainTextAsync(uwe.Words["template.used"]);
        await Inspection.LookAsync(uwe, "stand-template-used");
        await uwe.Page.Locator("#figures-heading").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(uwe, "stand-figures-none");
        await OpenBagAsync(uwe, own);
        await Inspection.LookAsync(uwe, "bag-empty");
        var stranger = await OpenAsync("Fremde", device, own.Address, "tasche");
        stranger.Forgive("status of 401.*/api/bag");
        await Assertions.Expect(stranger.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Inspection.LookAsync(stranger, "bag-signed-out");
        Inspection.AssertFaultless();
    }
}
