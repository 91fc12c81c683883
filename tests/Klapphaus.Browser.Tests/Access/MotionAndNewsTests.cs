using System.Diagnostics;
using Klapphaus.Browser.Tests.Stage;

namespace Klapphaus.Browser.Tests.Access;

public sealed class MotionAndNewsTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    /// <summary>What is said unasked keeps this distance, in ms; a little less than the client's own three seconds, since clocks are read twice.</summary>
    const double Distance = 2900;

    /// <summary>A page that paints nothing for longer, in ms, stood still.</summary>
    const double LongestPause = 250;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CameraGlidesUnlessMotionIsReduced(bool still)
    {
        var ada = await EnterAsync("Ada", "halle", Device.Usual with { Still = still });
        await ada.UntilAsync("the picture is at rest", "() => Math.abs(klapphaus.view.x - klapphaus.here.x) < 0.01");
        var (views, pause) = await LookAwayAndBackAsync(ada);
        // a page that stood still just then has painted nothing of the way
        for (var tries = 0; !still && views < 4 && pause > LongestPause && tries < 3; tries++) (views, pause) = await LookAwayAndBackAsync(ada);
        Assert.True(still ? views <= 2 : views >= 4, $"The camera was seen at {views} places on its way, with a pause of {pause:0} ms.");
    }

    /// <summary>At how many places the camera was seen on its way back, and the longest time, in ms, in which nothing was painted.</summary>
    static async Task<(int Views, double Pause)> LookAwayAndBackAsync(Person ada)
    {
        await ada.Page.Mouse.MoveAsync(500, 300);
        await ada.Page.Mouse.DownAsync();
        await ada.Page.Mouse.MoveAsync(700, 300, new() { Steps = 3 });
        await ada.Page.Mouse.UpAsync();
        await ada.UntilAsync("the picture was moved", "() => Math.abs(klapphaus.view.x - klapphaus.here.x) > 4");
        await ada.Page.EvaluateAsync(
            """
            () => {
              const views = window.views = new Set();
              let last = performance.now();
              window.pause = 0;
              requestAnimationFrame(function look() {
                if (views !== window.views) return;
                const now = performance.now();
                [window.pause, last] = [Math.max(window.pause, now - last), now];
                if (klapphaus.view) views.add(klapphaus.view.x.toFixed(2));
                requestAnimationFrame(look);
              });
            }
            """);
        await ada.Page.Keyboard.PressAsync("c");
        await ada.UntilAsync("she is in the middle again", "() => Math.abs(klapphaus.view.x - klapphaus.here.x) < 0.01");
        return (await ada.Page.EvaluateAsync<int>("() => window.views.size"), await ada.Page.EvaluateAsync<double>("() => window.pause"));
    }

    [Fact]
    public async Task WhoEntersIsSaidAndManyAtOnceAreCounted()
    {
        var ada = await EnterAsync("Ada", "garten");
        await ada.Page.EvaluateAsync(
            """
            () => {
              const line = document.querySelector('p.news');
              window.heard = [];
              new MutationObserver(() => heard.push({ text: line.innerText, at: performance.now() })).observe(line, { subtree: true, childList: true, characterData: true });
            }
            """);
        var clock = Stopwatch.StartNew();
        var company = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => House.EnterAsync($"Gast {i}", "garten")));
        var came = clock.Elapsed;
        try
        {
            await ada.UntilAsync(
                "all ten were told of",
                """
                () => heard.reduce((sum, { text }) => sum + Number(text.match(/(\d+) Personen kamen herein/)?.[1] ?? (/kam herein/.test(text) ? 1 : 0)), 0) === 10
                """);
            var times = await ada.Page.EvaluateAsync<double[]>("() => heard.map(({ at }) => at)");
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Distance, $"Said again after {pair.Second - pair.First:0} ms."));
            Assert.InRange(times.Length, 1, Math.Max(4, 2 + (int)(came.TotalMilliseconds / Distance))); // four are enough for who comes at once
        }
        finally
        {
            foreach (var guest in company)
            {
                await guest.LeaveAsync();
                await guest.DisposeAsync();
            }
        }
    }
}
