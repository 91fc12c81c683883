using System.Text.Json.Serialization;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Client;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Media;

/// <summary>Tests with people who stand together in the garden of a house of their own, and hear each other or do not.</summary>
public abstract class SoundTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    /// <summary>A small picture: many browsers share two cores.</summary>
    private protected static readonly Device small = new("still", Width: 480, Height: 480, Still: true);

    /// <summary>Longest silence that may be heard when sound goes over to another way, in milliseconds.</summary>
    private protected const double MostSilence = 300;

    /// <summary>Where they stand together, in tiles: each beside the one before, and all within one circle.</summary>
    static readonly (double X, double Y)[] spots = [.. Enumerable.Range(0, 12).Select(i => (21.25 + i % 4 * 0.6, 1.75 + i / 4 * 0.5))];

    int joined;

    private protected TestHouse Garden { get; private set; } = null!;

    private protected async Task OpenGardenAsync(params string[] settings) => Garden = await OpenHouseAsync(settings);

    /// <summary>Somebody comes into the garden and walks into the circle of those who stand there.</summary>
    private protected async Task<Person> JoinAsync(string name, int others, IBrowser? browser = null)
    {
        var person = await EnterAsync(name, "garten", small, Garden.Address, browser);
        await StepInAsync(person);
        if (others > 0) await TalksWithAsync(person, others);
        return person;
    }

    private protected async Task<List<Person>> GatherAsync(int count, IBrowser? browser = null)
    {
        List<Person> people = [];
        for (var i = 0; i < count; i++) people.Add(await JoinAsync($"Gast {i + 1}", i, browser));
        return people;
    }

    /// <summary>Somebody without a browser, and so without sound, who stands there all the same.</summary>
    private protected async Task<HouseConnection> CompanyAsync(string name)
    {
        var company = await Garden.EnterAsync(name, "garten");
        var (x, y) = spots[joined++];
        await company.WalkToAsync(x, y);
        return company;
    }

    private protected async Task StepInAsync(Person person)
    {
        var (x, y) = spots[joined++];
        // where exactly one comes to stand is the floor's business; whoever is put back stands a good way off
        await person.WalkUntilAsync(
            () => person.ClickFloorAsync(x, y), $"she stands at {x}, {y}", "at => Math.hypot(klapphaus.here.x - at.x, klapphaus.here.y - at.y) < 1 && !klapphaus.here.walking", new { x, y });
        await person.StandingAsync();
    }

    private protected static Task TalksWithAsync(Person person, int others) =>
        person.UntilAsync($"she talks with {others}", "others => klapphaus.talk?.length === others", others);

    private protected static async Task SpeakAsync(Person person)
    {
        await person.Button("Mikrofon").ClickAsync();
        await Assertions.Expect(person.Button("Mikrofon")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private protected static Task HearsAsync(Person person, string other) => person.UntilAsync($"she hears {other}", "other => klapphaus.speaking.includes(other)", other);

    /// <summary>All of these come to her by that way, and no connection is left that is not needed for it.</summary>
    private protected static Task HasThemByAsync(Person person, string way, int connections) => person.UntilAsync(
        $"all come by {way} and by {connections} connections",
        "async ({ way, connections }) => Object.values(klapphaus.ways).every(each => each === way) && (await klapphaus.received()).length === connections",
        new { way, connections });

    /// <summary>Notes from now on when her page is awake and how loud it is at her ear then, by the clock that all pages of a machine share.</summary>
    private protected static Task RecordAsync(Person person) => person.Page.EvaluateAsync(
        "() => { const samples = window.samples = []; window.recorder = setInterval(() => samples.push([Date.now(), klapphaus.loudness]), 10); }");

    /// <summary>Ends what <see cref="RecordAsync"/> began. Returns when her page was awake.</summary>
    private protected static Task<double[]> StopRecordingAsync(Person person) =>
        person.Page.EvaluateAsync<double[]>("() => { clearInterval(window.recorder); return window.samples.map(([at]) => at); }");

    /// <summary>The longest time, in milliseconds, for which there was next to nothing at her ear between <see cref="RecordAsync"/> and <see cref="StopRecordingAsync"/>.</summary>
    /// <param name="listener">Who listened.</param>
    /// <param name="spoke">When the page of the one who spoke was awake.</param>
    private protected static Task<Silence> SilenceAsync(Person listener, double[] spoke) => listener.Page.EvaluateAsync<Silence>(
        """
        spoke => {
          const { samples } = window;
          const spoken = new Set(spoke.flatMap(at => Array.from({ length: 50 }, (_, more) => at + more)));
          const sorted = samples.map(([, loudness]) => loudness).sort((a, b) => a - b);
          const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
          let [longest, starved, quiet, last] = [0, 0, 0, samples[0]?.[0] ?? 0];
          for (const [at, loudness] of samples) {
            starved = Math.max(starved, at - last);
            // a page that stood still did not listen, or did not speak: whether sound would have come through meanwhile nobody knows
            for (let now = last; now < Math.min(at, last + 50); now++) if (spoken.has(now)) quiet++;
            longest = Math.max(longest, quiet);
            last = at;
            if (loudness >= usual * 0.2) quiet = 0;
          }
          let awake = 0;
          for (let now = samples[0][0]; now < last; now++) if (spoken.has(now)) awake++;
          return { usual, longest, starved, seconds: (last - samples[0][0]) / 1000, spoke: awake / (last - samples[0][0]) };
        }
        """,
        spoke);

    /// <summary>How loud it was at somebody's ear.</summary>
    private protected sealed record Silence
    {
        /// <summary>Root mean square, 0 to 1.</summary>
        [JsonPropertyName("usual")] public double Usual { get; init; }

        /// <summary>Milliseconds.</summary>
        [JsonPropertyName("longest")] public double Longest { get; init; }

        /// <summary>The longest time for which the page itself did not come to look, in milliseconds.</summary>
        [JsonPropertyName("starved")] public double Starved { get; init; }

        [JsonPropertyName("seconds")] public double Seconds { get; init; }

        /// <summary>For which part of that time the page of the one who spoke was awake.</summary>
        [JsonPropertyName("spoke")] public double Spoke { get; init; }
    }
}
