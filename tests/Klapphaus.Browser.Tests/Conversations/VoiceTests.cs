using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Conversations;

/// <summary>Two browsers with a microphone and a camera that the browser makes up: what is sent arrives, and what must not be heard is not.</summary>
public sealed class VoiceTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    async Task<(Person Ada, Person Bo)> BesideEachOther()
    {
        var own = await OpenHouseAsync();
        var (ada, bo) = (await EnterAsync("Ada", "garten", at: own.Address), await EnterAsync("Bo", "garten", at: own.Address));
        await ada.WalkUntilAsync(() => ada.ClickFloorAsync(23, 11), "she stands there", "() => Math.hypot(klapphaus.here.x - 23, klapphaus.here.y - 11) < 1 && !klapphaus.here.walking");
        await bo.WalkUntilAsync(() => bo.ClickFloorAsync(22, 10), "he talks with Ada", "() => klapphaus.talk?.length === 1");
        foreach (var person in new[] { ada, bo })
            await person.UntilAsync("they are connected", "async () => { const all = await klapphaus.received(); return all.length === 1 && all[0].state === 'connected'; }");
        return (ada, bo);
    }

    static Task Hears(Person person, string other) => person.UntilAsync($"{person.Name} hears {other}", "other => klapphaus.speaking.includes(other)", other);

    static async Task TurnOn(Person person, string device)
    {
        await person.Button(device).ClickAsync();
        await Assertions.Expect(person.Button(device)).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task TwoWhoStandTogetherHearAndSeeEachOtherUntilTheyPart()
    {
        var (ada, bo) = await BesideEachOther();
        Assert.Equal(0, await ada.SoundAsync()); // nobody is heard who has not said so
        await TurnOn(ada, "Mikrofon");
        await Hears(bo, "Ada");
        await TurnOn(bo, "Mikrofon");
        await Hears(ada, "Bo");
        await TurnOn(bo, "Kamera");
        await ada.UntilAsync("she sees Bo's camera", "async () => (await klapphaus.received())[0]?.videoFrames > 5");
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Region, new() { Name = "Kameras und Bildschirme" })).ToContainTextAsync("Kamera: Bo");
        foreach (var person in new[] { ada, bo })
            await person.UntilAsync("sound has come for a while", "async () => { const bytes = (await klapphaus.received())[0]?.audioBytes; return bytes >= 1_000 && bytes <= 10_000_000; }");

        await bo.WalkUntilAsync(() => bo.ClickFloorAsync(30, 12), "they have parted", "() => klapphaus.talk === null");
        foreach (var person in new[] { ada, bo })
        {
            await person.UntilAsync("they have parted", "() => klapphaus.talk === null");
            Assert.Equal(0, await person.ConnectionsAsync());
        }
        Assert.Equal(0, await bo.Page.EvaluateAsync<int>("() => klapphaus.speaking.length"));
    }

    [Fact]
    public async Task WhoTurnsTheMicrophoneOffIsSilentOnTheWire()
    {
        var (ada, bo) = await BesideEachOther();
        await TurnOn(ada, "Mikrofon");
        await Hears(bo, "Ada");
        await ada.Button("Mikrofon").ClickAsync();
        await Assertions.Expect(ada.Button("Mikrofon")).ToHaveAttributeAsync("aria-pressed", "false");
        await bo.UntilAsync("Ada is not heard any more", "() => !klapphaus.speaking.includes('Ada')");
        await bo.SoundRunsOutAsync();
        var before = await bo.SoundAsync();
        await TurnOn(bo, "Mikrofon"); // meanwhile sound goes the other way
        await Hears(ada, "Bo");
        Assert.InRange(await bo.SoundSinceAsync(before), 0, 500);
    }

    [Fact]
    public async Task WhoOnlyListensNeedsNoDevice()
    {
        var (ada, bo) = await BesideEachOther();
        await TurnOn(ada, "Mikrofon");
        await Hears(bo, "Ada"); // and has been asked for nothing
        Assert.Equal(0, await ada.SoundAsync());
        await bo.OpenPanelAsync("talk");
        await bo.Page.GetByLabel("Nur zuhören").CheckAsync();
        await Assertions.Expect(bo.Button("Mikrofon")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task WhoHoldsToTalkIsHeardOnlyWhileHolding()
    {
        var (ada, bo) = await BesideEachOther();
        await ada.OpenPanelAsync("settings");
        await ada.Page.GetByLabel(ada.Words["media.pushToTalk"]).CheckAsync();
        await ada.ClosePanelAsync();
        await TurnOn(ada, "Mikrofon");
        await bo.UntilAsync("something comes, though nothing is to be heard", "async () => (await klapphaus.received())[0]?.audioBytes > 500");
        Assert.DoesNotContain("Ada", await bo.Page.EvaluateAsync<string[]>("() => klapphaus.speaking"));
        var push = ada.Button(ada.Words["media.push"]);
        await push.FocusAsync();
        await ada.Page.Keyboard.DownAsync(" ");
        await Hears(bo, "Ada");
        await ada.Page.Keyboard.UpAsync(" ");
        await bo.UntilAsync("Ada is not heard any more", "() => !klapphaus.speaking.includes('Ada')");
    }

    [Fact]
    public async Task EverybodyIsAsLoudAsOneWishes()
    {
        var (ada, bo) = await BesideEachOther();
        await TurnOn(ada, "Mikrofon");
        await Hears(bo, "Ada");
        await bo.OpenPanelAsync("talk");
        var volume = bo.Page.GetByRole(AriaRole.Slider, new() { Name = bo.Words["media.volumeOf", "name", "Ada"] });
        await volume.FillAsync("0");
        await bo.UntilAsync("it is silent at her ear", "() => klapphaus.loudness < 0.0005");
        await bo.UntilAsync("who speaks is seen all the same", "() => klapphaus.loudness < 0.0005 && klapphaus.speaking.includes('Ada')");
        await volume.FocusAsync();
        for (var i = 0; i < 10; i++) await bo.Page.Keyboard.PressAsync("ArrowRight");
        await bo.UntilAsync("it is heard again", "() => klapphaus.loudness > 0.005");
    }

    [Fact]
    public async Task AScreenIsShownAndTakenBack()
    {
        var (ada, bo) = await BesideEachOther();
        await TurnOn(ada, "Bildschirm zeigen");
        await bo.UntilAsync("she sees the screen", "async () => (await klapphaus.received())[0]?.videoFrames > 2");
        var videos = bo.Page.GetByRole(AriaRole.Region, new() { Name = "Kameras und Bildschirme" });
        await Assertions.Expect(videos).ToContainTextAsync("Bildschirm: Ada");
        await ada.Button("Bildschirm zeigen").ClickAsync();
        await Assertions.Expect(videos).ToHaveCountAsync(0);
    }
}
