using System.Diagnostics;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.House;

public sealed class LostLineTests(Chromium chromium, SharedHouse house, ITestOutputHelper output) : BrowserTests(chromium, house)
{
    [Fact]
    public async Task HouseThatIsKilledComesBackWithEverybodyWhereTheyStood()
    {
        await using var own = await HouseProcess.OpenAsync();
        var ada = await EnterAsync("Ada", at: own.Address);
        var bo = await EnterAsync("Bo", at: own.Address);
        foreach (var person in (Person[])[ada, bo]) person.ExpectSilence();
        await ada.WalkToAsync(14.5, 12.5);
        await bo.SeesAsync(ada);
        var place = await ada.StandingAsync();
        await ada.Page.EvaluateAsync("() => { window.samePage = true; }");

        await own.KillAsync();
        await ada.UntilAsync("the line is lost", "() => klapphaus.line === 'lost'");
        await Assertions.Expect(ada.Page.GetByText("Verbindung wird gesucht …")).ToBeVisibleAsync();
        await Assertions.Expect(ada.News).ToContainTextAsync("Die Verbindung ist unterbrochen und wird von selbst wieder aufgebaut.");
        await Assertions.Expect(ada.Floor).ToBeVisibleAsync();
        Assert.True(await ColoursAsync(ada) > 4, "The floor is blank while the line is lost.");

        var began = Stopwatch.GetTimestamp();
        await own.StartAsync();
        var open = Stopwatch.GetElapsedTime(began);
        await ada.InRoomAsync("foyer");
        output.WriteLine($"The house was open {open.TotalSeconds:0.0} s after its start, and Ada inside {(Stopwatch.GetElapsedTime(began) - open).TotalSeconds:0.0} s later.");
        await Assertions.Expect(ada.Page.GetByText("Verbunden", new() { Exact = true })).ToBeVisibleAsync();
        Assert.True(place.To(await ada.StandingAsync()) < 0.05, $"Ada stood at {place} and stands at {await ada.HereAsync()} now.");
        Assert.True(await ada.Page.EvaluateAsync<bool>("() => window.samePage === true"), "The page was loaded anew.");
        await bo.SeesAsync("Ada", place);
        await ada.Floor.FocusAsync();
        await ada.HoldAsync("ArrowLeft", "she walks on", "() => klapphaus.here.x < 13.5");
        await bo.SeesAsync(ada);
    }

    [Fact]
    public async Task WhomAHouseThatStoodStillPutsBackGetsThereAllTheSame()
    {
        await using var own = await HouseProcess.OpenAsync();
        var ada = await EnterAsync("Ada", at: own.Address);
        var bo = await EnterAsync("Bo", at: own.Address);
        foreach (var person in (Person[])[ada, bo]) person.ExpectSilence(); // the house closes before they do
        await ada.WalkToAsync(21, 11.5);
        await ada.Page.EvaluateAsync(
            """
            () => {
              let last = klapphaus.here;
              window.leap = 0;
              requestAnimationFrame(function look() {
                const here = klapphaus.here;
                if (!here) return;
                window.leap = Math.max(window.leap, last.x - here.x);
                last = here;
                requestAnimationFrame(look);
              });
            }
            """);
        await own.StandStillWhileAsync(async () =>
        {
            await ada.ClickFloorAsync(32, 11.5);
            await ada.UntilAsync("she is there by her own word", "() => klapphaus.here.x > 31.9 && !klapphaus.here.walking");
        });
        await ada.UntilAsync("she is put back", "() => window.leap > 3");
        await ada.UntilAsync("she is there all the same", "() => Math.hypot(klapphaus.here.x - 32, klapphaus.here.y - 11.5) < 0.1 && !klapphaus.here.walking");
        await bo.SeesAsync(ada);
    }

    [Fact]
    public async Task BrowserThatGoesOfflineIsNoticedAndComesBack()
    {
        var ada = await EnterAsync("Ada");
        ada.ExpectSilence();
        var place = await ada.StandingAsync();
        await ada.Context.SetOfflineAsync(true);
        await ada.UntilAsync("the loss is noticed", "() => klapphaus.line === 'lost'");
        await Assertions.Expect(ada.Page.GetByText("Verbindung wird gesucht …")).ToBeVisibleAsync();

        await ada.Context.SetOfflineAsync(false);
        await ada.InRoomAsync("foyer");
        await Assertions.Expect(ada.News).ToContainTextAsync("Wieder verbunden.");
        Assert.True(place.To(await ada.StandingAsync()) < 0.05, "Whoever comes back stands where they stood.");
    }

    /// <summary>How many colours the floor's picture has along its middle.</summary>
    static Task<int> ColoursAsync(Person person) => person.Page.EvaluateAsync<int>(
        """
        () => {
          const canvas = document.querySelector('#floor canvas');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          const colours = new Set();
          for (let i = 0; i < data.length; i += 4 * 7) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
          return colours.size;
        }
        """);
}
