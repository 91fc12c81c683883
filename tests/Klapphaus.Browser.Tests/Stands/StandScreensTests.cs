using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>Each screen of stands in German and English, light and dark, wide and narrow: no rule of WCAG 2.2 A and AA that axe can check is broken, no word is cut.</summary>
public sealed class StandScreensTests(Chromium chromium, SharedHouse house) : StandTestsBase(chromium, house)
{
    public static TheoryData<int> Devices => [.. Enumerable.Range(0, Device.Pairs.Length)];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task StandsHaveNoBarrier(int device)
    {
        var own = await OpenHouseAsync();
        var olga = await OrganiserAsync(own, Device.Pairs[device]);
        var link = await GivePlaceAsync(olga);
        await olga.UntilAsync("the code is drawn", "() => document.querySelector('#panel img')?.naturalWidth > 0");
        await Inspection.LookAsync(olga, "panel-places");

        var uwe = await ComeIntoTeamAsync(own, "Uwe", link, Device.Pairs[device]);
        await Inspection.LookAsync(uwe, "stand-empty");
        await WriteAsync(uwe, "name", "Werkstatt für lebendige Innenstädte im Münsterland");
        await WriteAsync(uwe, "line", "Wir bringen Eigentümerinnen und Gründer zusammen, bevor ein Laden leer steht");
        await WriteAsync(uwe, "text", "## Was wir tun\n\nWir gehen **von Tür zu Tür**.\n\n- Zwischennutzung\n- Pop-up-Läden\n\n[Mehr dazu](https://example.org)");
        await WriteAsync(uwe, "hours", "Mo-Fr 08:00-18:00");
        await WriteAsync(uwe, "contact", "Uwe Wolf\nRathaus, Zimmer 12");
        await WriteAsync(uwe, "accent", "#2f6b22");
        await AddAsync(uwe, "topics", "Leerstand");
        await AddAsync(uwe, "topics", "Erdgeschosse");
        await AddAsync(uwe, "challenges", "Leerstand in der Fußgängerzone");
        await AddAsync(uwe, "materials", "Bericht über zwölf Läden", "https://example.org/bericht");
        await uwe.Page.GetByLabel(uwe.Words["stand.part.hours"], new() { Exact = true }).FillAsync("immer mal");
        await uwe.Page.GetByLabel(uwe.Words["stand.part.hours"], new() { Exact = true }).BlurAsync();
        await Assertions.Expect(uwe.Page.Locator("#note-hours .error")).ToBeVisibleAsync();
        await uwe.Button(uwe.Words["stand.previewShow"]).ClickAsync();
        await Assertions.Expect(uwe.Page.Locator("#preview article")).ToBeVisibleAsync();
        await uwe.Page.Locator("summary").ClickAsync();
        await Inspection.LookAsync(uwe, "stand-set-up");
        await uwe.Page.Locator("#preview-heading").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(uwe, "stand-preview");
        await uwe.Button(uwe.Words["stand.publish"]).ClickAsync();
        await Assertions.Expect(uwe.News).ToContainTextAsync(uwe.Words["stand.published"]);

        var vera = await EnterAsync("Vera", "halle", Device.Pairs[device], own.Address);
        await WalkToStandAsync(vera, 21);
        await Inspection.LookAsync(vera, "room-stand-shown");
        await vera.Page.Locator("#open-stand").ClickAsync();
        await Assertions.Expect(vera.Page.Locator("#panel article")).ToBeVisibleAsync();
        await Inspection.LookAsync(vera, "panel-stand");
        Inspection.AssertFaultless();
    }
}
