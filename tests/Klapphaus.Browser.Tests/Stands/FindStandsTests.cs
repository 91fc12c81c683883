using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>Finding a stand from anywhere in the house, and going there on foot.</summary>
public sealed class FindStandsTests(Chromium chromium, SharedHouse house) : StandTestsBase(chromium, house)
{
    public static TheoryData<int> Devices => [.. Enumerable.Range(0, Device.Opposites.Length)];

    [Fact]
    public async Task KeysAloneLeadFromAWordToAStandInAnotherRoom()
    {
        var own = await OpenHouseAsync();
        await SetUpAsync(own);
        var vera = await EnterAsync("Vera", at: own.Address);
        var keys = vera.Page.Keyboard;
        await vera.Floor.FocusAsync();
        await keys.PressAsync("f");
        await Assertions.Expect(vera.Heading("Suchen")).ToBeFocusedAsync();
        await vera.TabToAsync("Stände und Unterlagen suchen");
        await keys.TypeAsync("lerer Laden"); // as one says it, with a slip of the finger
        var outcome = vera.Page.Locator("#panel .outcome");
        await Assertions.Expect(outcome).ToHaveTextAsync("1 Treffer.");
        var hit = vera.Page.Locator("#hit-0");
        await Assertions.Expect(hit).ToHaveTextAsync("Werkstatt Innenstadt");
        await Assertions.Expect(vera.Page.Locator("#panel li")).ToContainTextAsync("Meter zu Fuß, durch Türen");

        await vera.TabToAsync("Hingehen: Werkstatt Innenstadt");
        // noted by the page itself: she may be through the door before anybody else looks
        await vera.Page.EvaluateAsync(
            """
            () => {
              const was = klapphaus.here;
              window.walked = 0;
              requestAnimationFrame(function look() {
                if (klapphaus.room !== 'foyer') return;
                window.walked = Math.max(window.walked, Math.hypot(klapphaus.here.x - was.x, klapphaus.here.y - was.y));
                requestAnimationFrame(look);
              });
            }
            """);
        await keys.PressAsync("Enter");
        await Assertions.Expect(vera.News).ToContainTextAsync("Sie gehen zu Werkstatt Innenstadt");
        await vera.UntilAsync(
            "she stands at the stand", "() => klapphaus.room === 'halle' && !klapphaus.here.walking && klapphaus.here.x > 20 && klapphaus.here.x < 25 && klapphaus.here.y > 39 && klapphaus.here.y < 43");
        Assert.True(await vera.Page.EvaluateAsync<double>("() => window.walked") > 1, "She did not walk to the door.");
        await Assertions.Expect(vera.Page.Locator("#panel li")).ToContainTextAsync("In diesem Raum");
        await Assertions.Expect(vera.Button("Hingehen: Werkstatt Innenstadt")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task WhoTurnsAsideOnTheWayIsNotLedOn()
    {
        var own = await OpenHouseAsync();
        await SetUpAsync(own);
        var vera = await EnterAsync("Vera", at: own.Address);
        await SearchAsync(vera, "Werkstatt");
        await vera.Button("Hingehen: Werkstatt Innenstadt").ClickAsync();
        // as soon as she walks, in the page itself: a test that stands still for a moment would find her behind the door
        await vera.UntilAsync(
            "she walks and turns aside",
            """
            () => {
              if (!klapphaus.here.walking) return false;
              document.getElementById('floor').focus();
              document.getElementById('floor').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
              return true;
            }
            """);
        await vera.UntilAsync("she stands", "() => klapphaus.room === 'foyer' && !klapphaus.here.walking");
        await vera.OpenPanelAsync("rooms");
        await vera.Page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "Ausstellungshalle" }).ClickAsync();
        await vera.InRoomAsync("halle");
        var there = await vera.StandingAsync();
        Assert.False(there.X is > 20 and < 25 && there.Y is > 39 and < 43, $"She was led to the stand: {there}");
    }

    [Fact]
    public async Task AStandOfAnotherRoomIsReadFromWhereOneIs()
    {
        var own = await OpenHouseAsync();
        await SetUpAsync(own);
        var vera = await EnterAsync("Vera", at: own.Address);
        await SearchAsync(vera, "Zwischennutzung");
        await Assertions.Expect(vera.Page.Locator("#panel li").First).ToContainTextAsync("Lösung: Zwischennutzung");
        await vera.Button("Öffnen: Werkstatt Innenstadt").ClickAsync();
        await Assertions.Expect(vera.Heading("Werkstatt Innenstadt")).ToBeFocusedAsync();
        await Assertions.Expect(vera.Page.Locator("#panel article")).ToContainTextAsync("Wir füllen leere Läden wieder");
        Assert.Equal("foyer", await vera.Page.EvaluateAsync<string>("() => klapphaus.room"));

        // what was looked for is still there
        await vera.OpenPanelAsync("find");
        await Assertions.Expect(vera.Page.Locator("#find-words")).ToHaveValueAsync("Zwischennutzung");
        await vera.Page.Locator("#panel summary").ClickAsync();
        await vera.Page.Locator("#find-words").FillAsync("");
        await vera.Page.Locator("#find-challenge").SelectOptionAsync("Leerstand in der Fußgängerzone");
        await Assertions.Expect(vera.Page.Locator("#panel .outcome")).ToHaveTextAsync("1 Treffer.");
        await Assertions.Expect(vera.Page.Locator("#panel li").First).ToContainTextAsync("Lösung „Zwischennutzung“ für „Leerstand in der Fußgängerzone“");
        await vera.Button("Nicht mehr eingrenzen").ClickAsync();
        await vera.Page.Locator("#find-words").FillAsync("Xylophon");
        await Assertions.Expect(vera.Page.Locator("#panel .outcome")).ToHaveTextAsync("Nichts gefunden. Kommt nirgends vor: „Xylophon“.");
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task SearchingHasNoBarrier(int device)
    {
        var own = await OpenHouseAsync();
        await SetUpAsync(own);
        var vera = await EnterAsync("Vera", device: Device.Opposites[device], at: own.Address);
        await vera.OpenPanelAsync("find");
        await Assertions.Expect(vera.Page.Locator("#panel li").First).ToBeVisibleAsync();
        await Inspection.LookAsync(vera, "panel-find");
        await vera.Page.Locator("#find-words").FillAsync("Laeden Tür");
        await Assertions.Expect(vera.Page.Locator("#panel mark").First).ToBeVisibleAsync();
        await Inspection.LookAsync(vera, "panel-find-words");
        await vera.Page.Locator("#panel summary").ClickAsync();
        await vera.Page.Locator("#find-challenge").SelectOptionAsync("Leerstand in der Fußgängerzone");
        await Assertions.Expect(vera.Page.Locator("#panel .outcome")).ToContainTextAsync("1");
        await Inspection.LookAsync(vera, "panel-find-filters");
        await vera.Page.Locator("#hit-0").ScrollIntoViewIfNeededAsync();
        await Inspection.LookAsync(vera, "panel-find-solution");
        await vera.Page.Locator("#find-words").FillAsync("Xylophon");
        await Assertions.Expect(vera.Page.Locator("#panel .outcome")).ToContainTextAsync("Xylophon");
        await Inspection.LookAsync(vera, "panel-find-nothing");
        Inspection.AssertFaultless();
    }

    /// <summary>Uwe's stand at place 21 of the hall, with a text, a material, and a solution for a challenge.</summary>
    async Task SetUpAsync(TestHouse own)
    {
        var uwe = await OpenStandAsync(own);
        await WriteAsync(uwe, "text", "Wir gehen von Tür zu Tür und bringen in der Innenstadt Eigentümerinnen und Gründer zusammen, bevor ein Laden leer steht. Zwölf Läden sind so wieder offen.");
        await AddAsync(uwe, "topics", "Leerstand");
        await AddAsync(uwe, "challenges", "Leerstand in der Fußgängerzone");
        await AddAsync(uwe, "solutions", "Zwischennutzung");
        await AddAsync(uwe, "materials", "Bericht über zwölf Geschäfte", "https://example.org/bericht");
    }

    static async Task SearchAsync(Person person, string words)
    {
        await person.OpenPanelAsync("find");
        await person.Page.Locator("#find-words").FillAsync(words);
        await Assertions.Expect(person.Page.Locator("#panel .outcome")).ToContainTextAsync("Treffer");
        await Assertions.Expect(person.Page.Locator("#hit-0")).ToHaveTextAsync("Werkstatt Innenstadt");
    }
}
