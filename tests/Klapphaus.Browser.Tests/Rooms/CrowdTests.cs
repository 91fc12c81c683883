using System.Diagnostics;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Client;

namespace Klapphaus.Browser.Tests.Rooms;

public sealed class CrowdTests(Chromium chromium, SharedHouse house, ITestOutputHelper output) : BrowserTests(chromium, house)
{
    const int Company = 299;
    const int Strolling = 100;

    /// <summary>Milliseconds from one frame to the next above which nobody would call a page usable; the machine that runs this is shared and has no graphics card.</summary>
    const double Unusable = 200;

    [Fact]
    public async Task PageStaysUsableAmongThreeHundred()
    {
        var full = await OpenHouseAsync("halle", capacity: 500); // an address may sign in 300 times a minute
        var ada = await EnterAsync("Ada", "halle", at: full.Address);
        var company = new HouseConnection[Company];
        using var end = new CancellationTokenSource();
        try
        {
            await Parallel.ForAsync(0, Company, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => company[i] = await full.EnterAsync($"Gast {i + 1}", "halle"));
            await ada.UntilAsync("all have come", "count => klapphaus.people.length === count", Company + 1);
            // the nearer to Ada the better: they scatter over the hall's southern half
            var strolls = company.Select((guest, i) => StrollAsync(guest, i, end.Token)).ToArray();
            await ada.Floor.FocusAsync();
            await ada.HoldAsync("ArrowUp", "she is among them", "() => klapphaus.here.y < 37 && klapphaus.others.length > 60");

            var intervals = await ada.Page.EvaluateAsync<double[]>(
                """
                () => new Promise(done => {
                  const intervals = [];
                  let last = null;
                  requestAnimationFrame(function note(now) {
                    if (last !== null) intervals.push(now - last);
                    last = now;
                    if (intervals.length < 60) requestAnimationFrame(note); else done(intervals);
                  });
                })
                """);
            // as it usually is: a machine that stands still once for seconds makes one frame of it
            var usual = intervals.Order().ElementAt(intervals.Length / 2);
            var seen = await ada.Page.EvaluateAsync<int>("() => klapphaus.others.length");

            var before = await ada.StandingAsync();
            var pressed = Stopwatch.GetTimestamp();
            await ada.HoldAsync("ArrowDown", "the key has an effect", $"() => klapphaus.here.y > {before.Y} + 0.1");
            output.WriteLine($"A frame every {usual:0} ms among {Company + 1} people, {Strolling} of them walking, {seen} in sight; a key took effect after {Stopwatch.GetElapsedTime(pressed).TotalMilliseconds:0} ms.");
            Assert.True(usual < Unusable, $"A frame every {usual:0} ms: {string.Join(' ', intervals.Select(each => $"{each:0}"))}");
            await end.CancelAsync();
            await Task.WhenAll(strolls);
        }
        finally
        {
            await end.CancelAsync();
            await Parallel.ForEachAsync(company.OfType<HouseConnection>(), async (guest, _) => await guest.DisposeAsync());
        }
    }

    /// <summary>Everybody walks a first way out of the entrance; some go on and on.</summary>
    static async Task StrollAsync(HouseConnection guest, int number, CancellationToken end)
    {
        var random = new Random(number);
        try
        {
            do
            {
                await guest.Walker.WalkAroundToAsync(10 + random.NextDouble() * 40, 27 + random.NextDouble() * 11, end);
            }
            while (number < Strolling && !end.IsCancellationRequested);
        }
        catch (OperationCanceledException)
        {
            // the end
        }
    }
}
