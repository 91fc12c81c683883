using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Client;
using Klapphaus.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Media;

/// <summary>From five on sound goes by the media server: there and back without a gap, to nobody else, and again after it was killed.</summary>
public sealed class RouterTests(Chromium chromium, SharedHouse house, ITestOutputHelper output) : SoundTests(chromium, house)
{
    JanusProcess janus = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        janus = await JanusProcess.StartAsync(OwnNetwork.Address);
        await OpenGardenAsync(janus.Settings);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await janus.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task WhenAFifthComesAndGoesNobodyLosesTheThread()
    {
        var people = await GatherAsync(4);
        var (speaker, listeners) = (people[0], people[1..]);
        await SpeakAsync(speaker);
        await RecordAsync(speaker);
        foreach (var listener in listeners)
        {
            await HearsAsync(listener, speaker.Name);
            await HasThemByAsync(listener, "mesh", 3);
            await RecordAsync(listener);
        }
        var fifth = await JoinAsync("Gast 5", 4);
        await HearsAsync(fifth, speaker.Name);
        foreach (var person in people) await HasThemByAsync(person, "route", person == speaker ? 1 : 2);
        await CheckSilenceAsync(speaker, listeners, "to the media server");

        foreach (var person in people) await RecordAsync(person); // the speaker first: she is awake before they listen
        await fifth.HoldAsync("ArrowRight", "she has left", "() => klapphaus.talk === null");
        await fifth.UntilAsync("nothing comes any more", "async () => (await klapphaus.received()).length === 0");
        foreach (var person in people) await HasThemByAsync(person, "mesh", 3);
        await CheckSilenceAsync(speaker, listeners, "back to the mesh");
    }

    async Task CheckSilenceAsync(Person speaker, List<Person> listeners, string way)
    {
        foreach (var listener in listeners) await StopRecordingAsync(listener);
        var awake = await StopRecordingAsync(speaker);
        foreach (var listener in listeners)
        {
            var silence = await SilenceAsync(listener, awake);
            output.WriteLine($"{way}: {listener.Name} heard {silence.Usual:0.000} for {silence.Seconds:0.0} s and nothing for {silence.Longest:0} ms at most (looked every {silence.Starved:0} ms at worst)");
            Assert.InRange(silence.Usual, 0.005, 1);
            Assert.InRange(silence.Spoke, 0.3, 1); // or there is nothing to be said about silence
            Assert.InRange(silence.Longest, 0, MostSilence);
        }
    }

    [Fact]
    public async Task TwelveHearEachOtherAndNobodyBesidesThem()
    {
        var outside = await EnterAsync("Draußen", "garten", small, Garden.Address);
        await outside.Floor.FocusAsync();
        await outside.HoldAsync("ArrowDown", "she is out of reach", "() => klapphaus.here.y > 8");
        var people = await GatherAsync(8);
        await SpeakAsync(people[0]);
        await SpeakAsync(people[7]);
        foreach (var person in people[1..]) await HearsAsync(person, people[0].Name);
        await HearsAsync(people[0], people[7].Name);
        for (var i = 8; i < 12; i++) people.Add(await JoinAsync($"Gast {i + 1}", i));
        foreach (var person in people[8..]) await HearsAsync(person, people[0].Name);
        foreach (var person in people) await person.UntilAsync("there is one connection each way at most", "async () => [1, 2].includes((await klapphaus.received()).length)");
        Assert.Equal(0, await outside.ConnectionsAsync());
        Assert.Empty(await outside.Page.EvaluateAsync<string[]>("() => klapphaus.speaking"));

        foreach (var person in people[4..]) await person.DisposeAsync(); // and down to four again
        foreach (var person in people[..4]) await HasThemByAsync(person, "mesh", 3);
        foreach (var person in people[1..4]) await HearsAsync(person, people[0].Name);
    }

    [Fact]
    public async Task KilledMediaServerTakesTheSoundForSecondsAndTheTextNotAtAll()
    {
        var people = await GatherAsync(3);
        List<HouseConnection> company = [];
        for (var i = 0; i < 3; i++) company.Add(await CompanyAsync($"Begleitung {i + 1}"));
        foreach (var person in people) await TalksWithAsync(person, 5);
        await SpeakAsync(people[0]);
        foreach (var person in people[1..])
        {
            await HearsAsync(person, people[0].Name);
            await person.UntilAsync("she hears by the media server", "other => klapphaus.ways[other] === 'route'", people[0].Name);
        }
        await janus.KillAsync();
        await company[0].SayAsync("Geht der Text noch?");
        foreach (var person in people)
        {
            await person.OpenPanelAsync("talk");
            await Assertions.Expect(person.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("Geht der Text noch?");
        }
        foreach (var person in people[1..]) await person.UntilAsync("it is silent", "() => klapphaus.speaking.length === 0");
        await janus.RunAsync();
        foreach (var person in people[1..]) await CountUntilSheHearsAsync(person, people[0].Name);
        foreach (var person in people[1..])
        {
            await HearsAsync(person, people[0].Name);
            var took = await person.Page.EvaluateAsync<double>("() => window.awake / 1000");
            output.WriteLine($"{person.Name} has sound again {took:0.0} s after the media server");
            Assert.InRange(took, 0, 10);
        }
        foreach (var guest in company) await guest.DisposeAsync();
    }

    /// <summary>Counts from now on for how many milliseconds her page is awake until she hears somebody: a page that stands still does not keep her waiting.</summary>
    static async Task CountUntilSheHearsAsync(Person person, string other) => await person.Page.EvaluateAsync(
        """
        other => {
          window.awake = 0;
          let last = performance.now();
          const counter = setInterval(() => {
            const now = performance.now();
            window.awake += Math.min(now - last, 50);
            last = now;
            if (klapphaus.speaking.includes(other)) clearInterval(counter);
          }, 10);
        }
        """,
        other);

    [Fact]
    public async Task WhoIsMutedIsSilentOnTheWireAndWhoIsRemovedHasNone()
    {
        var people = await GatherAsync(2);
        List<HouseConnection> company = [];
        for (var i = 0; i < 2; i++) company.Add(await CompanyAsync($"Begleitung {i + 1}"));
        var moderator = await OpenAsync("Olga", small, Garden.Address, $"?raum=garten{Garden.InvitationLink.Fragment}");
        await moderator.SignInAsync();
        await moderator.InRoomAsync("garten");
        await StepInAsync(moderator);
        await TalksWithAsync(moderator, 4);
        await SpeakAsync(people[0]);
        await people[1].UntilAsync("she hears by the media server", "other => klapphaus.ways[other] === 'route' && klapphaus.speaking.includes(other)", people[0].Name);
        await people[0].Button("Kamera").ClickAsync();
        await people[1].UntilAsync("she sees her, too", "async () => (await klapphaus.received()).some(each => each.videoFrames > 3)");
        await Assertions.Expect(people[1].Page.GetByRole(AriaRole.Region, new() { Name = "Kameras und Bildschirme" })).ToContainTextAsync($"Kamera: {people[0].Name}");
        await moderator.OpenPanelAsync("talk");
        await moderator.Button($"{moderator.Words["talk.mute"]} : {people[0].Name}").ClickAsync();
        await people[1].UntilAsync("it is silent", "() => klapphaus.speaking.length === 0");
        await Assertions.Expect(people[0].Button("Mikrofon")).ToBeDisabledAsync();
        await Assertions.Expect(people[1].Page.GetByRole(AriaRole.Region, new() { Name = "Kameras und Bildschirme" })).ToHaveCountAsync(0);
        await people[1].SoundRunsOutAsync();
        var before = await people[1].SoundAsync();
        await SpeakAsync(people[1]); // meanwhile sound goes the other way
        await HearsAsync(people[0], people[1].Name);
        Assert.InRange(await people[1].SoundSinceAsync(before), 0, 500);

        var mute = moderator.Button($"{moderator.Words["talk.mute"]} : {people[0].Name}");
        await Assertions.Expect(mute).ToHaveAttributeAsync("aria-pressed", "true");
        await mute.ClickAsync();
        await SpeakAsync(people[0]); // by her own hand
        await HearsAsync(people[1], people[0].Name);

        await moderator.Button($"{moderator.Words["talk.remove"]} : {people[1].Name}").ClickAsync();
        await people[1].UntilAsync("she is out, and no connection is left", "async () => klapphaus.talk === null && (await klapphaus.received()).length === 0");
        await people[0].UntilAsync("nobody is heard any more", "() => klapphaus.speaking.length === 0");
        foreach (var guest in company) await guest.DisposeAsync();
    }
}
