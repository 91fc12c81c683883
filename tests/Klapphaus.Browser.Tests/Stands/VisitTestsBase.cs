using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>Uwe's stand at place 21 has something to take along and times to book; Vera visits it.</summary>
public abstract class VisitTestsBase(Chromium chromium, SharedHouse house) : StandTestsBase(chromium, house)
{
    private protected const string Material = "Bericht über zwölf Läden";

    /// <summary>Uwe's open stand with one material and two times.</summary>
    private protected async Task<Person> OpenForVisitsAsync(TestHouse own, Device? device = null)
    {
        var uwe = await OpenStandAsync(own, device);
        await uwe.Page.Locator("#new-materials-text").FillAsync(Material);
        await uwe.Page.Locator("#new-materials-link").FillAsync("https://example.org/bericht");
        await uwe.Button(uwe.Words["stand.add.materials"]).ClickAsync();
        await Assertions.Expect(uwe.News).ToContainTextAsync(uwe.Words["stand.added", "field", uwe.Words["stand.part.materials"]]);
        await OfferAsync(uwe, 2);
        return uwe;
    }

    private protected static async Task OfferAsync(Person uwe, int count)
    {
        await uwe.Page.GetByLabel(uwe.Words["times.count"]).FillAsync($"{count}");
        await Assertions.Expect(uwe.Page.GetByLabel(uwe.Words["times.count"])).ToHaveValueAsync($"{count}");
        await uwe.Button(uwe.Words["times.offerNow"]).ClickAsync();
        await Assertions.Expect(uwe.News).ToContainTextAsync(uwe.Words["times.offered_other", "count", $"{count}"]);
    }

    /// <summary>Vera, at Uwe's stand, with the panel open.</summary>
    private protected async Task<Person> VisitAsync(TestHouse own, Device? device = null)
    {
        var vera = await EnterAsync("Vera", "halle", device, own.Address);
        await WalkToStandAsync(vera, 21);
        await vera.Page.Locator("#open-stand").ClickAsync();
        await Assertions.Expect(vera.Page.Locator("#panel article")).ToBeVisibleAsync();
        return vera;
    }

    /// <summary>Somebody's bag, in the tab in which they are.</summary>
    private protected static async Task OpenBagAsync(Person person, TestHouse own)
    {
        await person.Page.GotoAsync(new Uri(own.Address, "/tasche").AbsoluteUri);
        await Assertions.Expect(person.Page.Locator("#bag-items")).ToBeVisibleAsync();
    }
}
