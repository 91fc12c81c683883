using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Conversations;

/// <summary>Somebody at a browser walks up to somebody, and they write to each other. Each test has a house of its own, so that nobody else stands near.</summary>
public sealed class TalkTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    async Task<(Person Ada, HouseConnection Bo)> BesideEachOther()
    {
        var own = await OpenHouseAsync();
        var bo = await own.EnterAsync("Bo", "garten");
        var ada = await EnterAsync("Ada", "garten", at: own.Address);
        await bo.WalkToAsync(22, 10);
        await WalksToTalkWith(ada, () => ada.ClickFloorAsync(23, 11), "Bo");
        return (ada, bo);
    }

    const string TalkIsWith = "names => JSON.stringify(klapphaus.talk?.toSorted()) === JSON.stringify(names)";

    static Task TalksWith(Person person, params string[] names) => person.UntilAsync($"she talks with {string.Join(", ", names)}", TalkIsWith, names.Order().ToArray());

    static Task WalksToTalkWith(Person person, Func<Task> setOut, params string[] names) =>
        person.WalkUntilAsync(setOut, $"she talks with {string.Join(", ", names)}", TalkIsWith, names.Order().ToArray());

    /// <summary>Walks up to somebody who cannot be talked with just now, until that is said.</summary>
    static Task WalksUntilToldAsync(Person person, double x, double y, string told) =>
        person.WalkUntilAsync(() => person.ClickFloorAsync(x, y), $"she is told: {told}", "told => document.querySelector('p.news').innerText.includes(told)", told);

    [Fact]
    public async Task WhatIsWrittenIsReadByBoth()
    {
        var (ada, bo) = await BesideEachOther();
        await using var other = bo;
        var heard = new TaskCompletionSource<SaidEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        bo.Said += said => { if (said.Kind == "text" && said.From != bo.Picture.Handle) heard.TrySetResult(said); };
        await Assertions.Expect(ada.News).ToContainTextAsync("Sie sprechen jetzt mit Bo.");
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Region, new() { Name = "Ihr Gespräch" })).ToContainTextAsync("Im Gespräch mit Bo");

        await bo.SayAsync("Hallo <b>Ada</b>, siehe https://example.org/a.");
        await Assertions.Expect(ada.News).ToContainTextAsync("Bo: Hallo <b>Ada</b>");
        await Assertions.Expect(ada.Page.Locator("#open-talk .unread")).ToHaveTextAsync("1");
        await ada.OpenPanelAsync("talk");
        var log = ada.Page.GetByRole(AriaRole.Log);
        await Assertions.Expect(log).ToContainTextAsync("Hallo <b>Ada</b>, siehe https://example.org/a.");
        await Assertions.Expect(log.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "https://example.org/a");
        await Assertions.Expect(log.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("rel", "noopener noreferrer nofollow");

        await ada.Page.GetByLabel("Nachricht", new() { Exact = true }).FillAsync("Grüß Gott, Bo!");
        await ada.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Grüß Gott, Bo!", (await heard.Task.WaitAsync(TimeSpan.FromSeconds(20))).Text);
        await Assertions.Expect(ada.Page.GetByLabel("Nachricht", new() { Exact = true })).ToHaveValueAsync("");
        await Assertions.Expect(log).ToContainTextAsync("Grüß Gott, Bo!");

        await ada.Button("Gespräch verlassen").ClickAsync();
        await Assertions.Expect(ada.News).ToContainTextAsync("Sie haben das Gespräch verlassen.");
        await bo.WaitUntilAsync(p => p.Talk is null, "Bo is alone");
    }

    [Fact]
    public async Task WhatIsMeantForOneAloneGoesToNobodyElseWhenTheyAreGone()
    {
        var own = await OpenHouseAsync();
        await using var bo = await own.EnterAsync("Bo", "garten");
        await using var cem = await own.EnterAsync("Cem", "garten");
        await bo.WalkToAsync(22, 10);
        await cem.WalkToAsync(22, 11);
        var ada = await EnterAsync("Ada", "garten", at: own.Address);
        await WalksToTalkWith(ada, () => ada.ClickFloorAsync(23, 11), "Bo", "Cem");
        var heard = new System.Collections.Concurrent.ConcurrentQueue<string>();
        cem.Said += said => { if (said.Kind == "text") heard.Enqueue(said.Text); };
        await ada.OpenPanelAsync("talk");
        var (to, text, why) = (ada.Page.GetByRole(AriaRole.Combobox, new() { Name = "An", Exact = true }), ada.Page.GetByLabel("Nachricht", new() { Exact = true }), ada.Words["talk.toGoneWhy", "name", "Bo"]);
        await to.SelectOptionAsync(new SelectOptionValue { Label = "Nur Bo" });
        await text.FillAsync("Unter uns: das Budget");

        await bo.LeaveAsync();
        await Assertions.Expect(ada.Page.Locator("#talk-gone")).ToHaveTextAsync(why);
        await Assertions.Expect(ada.Button("Senden")).ToHaveAttributeAsync("aria-disabled", "true");
        await text.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.News).ToContainTextAsync(why);
        await Assertions.Expect(text).ToHaveValueAsync("Unter uns: das Budget");
        var inspection = new Inspection();
        await inspection.LookAsync(ada, "talk-gone");
        inspection.AssertFaultless();

        await to.SelectOptionAsync(new SelectOptionValue { Label = "Alle im Gespräch" });
        await text.FillAsync("Für alle");
        await ada.Page.Keyboard.PressAsync("Enter");
        await cem.WaitUntilAsync(_ => heard.Contains("Für alle"), "Cem hears what is for all");
        Assert.Equal(["Für alle"], heard);
    }

    [Fact]
    public async Task WhatDidNotGetToOneIsNotJoinedToWhatIsWrittenToAnother()
    {
        var own = await OpenHouseAsync();
        await using var bo = await own.EnterAsync("Bo", "garten");
        await using var cem = await own.EnterAsync("Cem", "garten");
        var ada = await OpenAsync("Ada", at: own.Address, path: "?raum=garten");
        var line = new HeldLine();
        await line.LieBeforeAsync(ada.Page);
        await ada.SignInAsync();
        await ada.InRoomAsync("garten");
        await ada.OpenPanelAsync("talk");
        var (to, text) = (ada.Page.GetByRole(AriaRole.Combobox, new() { Name = "An", Exact = true }), ada.Page.GetByLabel("Nachricht", new() { Exact = true }));
        await to.SelectOptionAsync(new SelectOptionValue { Label = "Nur Bo" });
        await text.FillAsync("Unter uns: das Budget");
        line.Hold();
        await bo.LeaveAsync(); // which she does not know yet
        await ada.Page.Keyboard.PressAsync("Enter");
        await to.SelectOptionAsync(new SelectOptionValue { Label = "Nur Cem" });
        await text.FillAsync("Guten Tag");
        line.LetGo();

        await Assertions.Expect(ada.News).ToContainTextAsync(ada.Words["talk.unsent", "name", "Bo"]);
        await Assertions.Expect(text).ToHaveValueAsync("Guten Tag");
        await Assertions.Expect(to.Locator("option:checked")).ToHaveTextAsync("Nur Cem");
        await to.SelectOptionAsync(new SelectOptionValue { Label = ada.Words["talk.toGone", "name", "Bo"] });
        await Assertions.Expect(text).ToHaveValueAsync("Unter uns: das Budget\nGuten Tag");
        await Assertions.Expect(ada.Page.Locator("#talk-gone")).ToHaveTextAsync(ada.Words["talk.toGoneWhy", "name", "Bo"]);
    }

    [Fact]
    public async Task KeysAloneLeadIntoAConversationAndOut()
    {
        var own = await OpenHouseAsync();
        await using var bo = await own.EnterAsync("Bo", "garten");
        await bo.WalkToAsync(22, 10);
        var ada = await EnterAsync("Ada", "garten", at: own.Address);
        var keys = ada.Page.Keyboard;
        await ada.Floor.FocusAsync();
        await keys.PressAsync("p"); // people; the first in the list is the only other one
        await Assertions.Expect(ada.Page.Locator("#panel-heading")).ToBeFocusedAsync();
        await WalksToTalkWith(
            ada,
            async () =>
            {
                await TabTo(ada, "Bo");
                await keys.PressAsync("Enter");
            },
            "Bo");
        await keys.PressAsync("Escape");
        await ada.Floor.FocusAsync();
        await keys.PressAsync("t");
        await Assertions.Expect(ada.Heading("Gespräch")).ToBeFocusedAsync();
        await TabTo(ada, "Geschlossen");
        await keys.PressAsync("Space");
        await bo.WaitUntilAsync(p => p.Talk is { Closed: true }, "the conversation is closed");
        await TabTo(ada, "Nachricht");
        await keys.TypeAsync("Ganz ohne Maus");
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bo.Said += said => { if (said.Text == "Ganz ohne Maus") read.TrySetResult(); };
        await keys.PressAsync("Enter");
        await read.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await TabTo(ada, "Gespräch verlassen");
        await keys.PressAsync("Enter");
        await bo.WaitUntilAsync(p => p.Talk is null, "Bo is alone");
    }

    [Fact]
    public async Task WhereItIsClosedOneKnocksByAButtonAndIsLetInByOne()
    {
        var (ada, bo) = await BesideEachOther();
        await using var other = bo;
        await ada.OpenPanelAsync("talk");
        await ada.Page.GetByLabel("Thema").FillAsync("Läden");
        await ada.Button("Setzen").ClickAsync();
        await ada.Page.GetByLabel("Geschlossen: Wer dazukommen möchte, klopft an").CheckAsync();
        var dora = await EnterAsync("Dora", "garten", at: new Uri(ada.Page.Url));
        await WalksUntilToldAsync(dora, 22, 12, "Dieses Gespräch ist geschlossen. Sie können anklopfen.");
        await dora.Button("Anklopfen").ClickAsync();
        await Assertions.Expect(ada.News).ToContainTextAsync("Dora möchte dazukommen.");
        await ada.Button("Einlassen").ClickAsync();
        await TalksWith(dora, "Ada", "Bo");
        await Assertions.Expect(dora.News).ToContainTextAsync("Sie wurden eingelassen und sprechen jetzt mit Bo und Ada. Thema: Läden.");
    }

    [Fact]
    public async Task BusyPeopleAreLeftAloneAndOneIsToldWhy()
    {
        var own = await OpenHouseAsync();
        await using var bo = await own.EnterAsync("Bo", "garten");
        await bo.WalkToAsync(22, 10);
        var ada = await EnterAsync("Ada", "garten", at: own.Address);
        await ada.OpenPanelAsync("talk");
        await ada.Page.GetByLabel("Beschäftigt").CheckAsync();
        await bo.WaitUntilAsync(p => p.People.Any(each => each is { Member.Name: "Ada", Availability: "busy" }), "Ada is busy");
        await bo.SetAvailabilityAsync("busy");
        await ada.Page.GetByLabel("Ansprechbar", new() { Exact = true }).CheckAsync();
        await ada.ClosePanelAsync();
        await WalksUntilToldAsync(ada, 23, 11, "Bo möchte gerade nicht angesprochen werden.");
    }

    [Fact]
    public async Task TheFifthIsToldThatThereIsNoSoundForHerAndHasText()
    {
        var own = await OpenHouseAsync();
        List<HouseConnection> four = [];
        foreach (var (name, x, y) in new[] { ("Bo", 22, 10), ("Cem", 23, 11), ("Dora", 22, 12), ("Eve", 21, 11) })
        {
            four.Add(await own.EnterAsync(name, "garten"));
            await four[^1].WalkToAsync(x + 0.5, y + 0.5);
        }
        await four[0].WaitUntilAsync(p => p.Talk?.People.Length == 4, "four talk");
        var ada = await EnterAsync("Ada", "garten", at: own.Address);
        await WalksToTalkWith(ada, () => ada.ClickFloorAsync(24, 12.5), "Bo", "Cem", "Dora", "Eve");
        var bar = ada.Page.GetByRole(AriaRole.Region, new() { Name = "Ihr Gespräch" });
        await Assertions.Expect(bar).ToContainTextAsync("braucht das Haus einen Medienserver");
        await Assertions.Expect(bar.GetByRole(AriaRole.Button, new() { Name = "Mikrofon" })).ToHaveCountAsync(0);
        await four[0].LeaveAsync();
        await Assertions.Expect(bar.GetByRole(AriaRole.Button, new() { Name = "Mikrofon" })).ToBeEnabledAsync();
        foreach (var person in four) await person.DisposeAsync();
    }

    [Fact]
    public async Task WhoFollowsWalksAlongAndTheyStayTogether()
    {
        var (ada, bo) = await BesideEachOther();
        await using var other = bo;
        Assert.Equal(Contracts.ErrorCode.None, await bo.AskAsync(nameof(IHouseHub.Lead), new LeadRequest { Leads = true }));
        await ada.Button(ada.Words["talk.follow"]).ClickAsync();
        await bo.WaitUntilAsync(p => p.Talk?.People.Any(each => each.Follows) == true, "Ada follows");
        await bo.WalkToAsync(32, 12); // further than any conversation reaches
        await ada.UntilAsync("she has walked along", "() => Math.hypot(klapphaus.here.x - 32, klapphaus.here.y - 12) < 3 && !klapphaus.here.walking");
        await TalksWith(ada, "Bo");
        await ada.WalkUntilAsync(() => ada.ClickFloorAsync(24, 11), "she goes her own way", "() => klapphaus.talk === null");
    }

    [Fact]
    public async Task WhatIsTypedIsReadLetterByLetterByThoseWhoNeedIt()
    {
        var (ada, bo) = await BesideEachOther();
        await using var other = bo;
        var typed = new System.Collections.Concurrent.ConcurrentQueue<string>();
        bo.Said += said => { if (said.Kind == "typing") typed.Enqueue(said.Text); };
        await ada.OpenPanelAsync("talk");
        var message = ada.Page.GetByLabel("Nachricht", new() { Exact = true });
        await message.FillAsync("Nicht mitlesen");
        await ada.Page.GetByLabel(ada.Words["talk.readAlong"]).CheckAsync();
        var since = TimeProvider.System.GetTimestamp();
        await message.FillAsync("");
        var text = "";
        foreach (var piece in (string[])["Gu", "ten", " Ta", "g"])
        {
            await message.PressSequentiallyAsync(piece);
            text += piece;
            await bo.WaitUntilAsync(_ => typed.Contains(text), $"he reads “{text}” before it is sent");
        }
        // some letters at a time: no two within 250 ms, and a timer of the browser may come a little early
        var most = 1 + TimeProvider.System.GetElapsedTime(since).TotalMilliseconds / 240;
        Assert.DoesNotContain("Nicht mitlesen", typed);
        Assert.InRange(typed.Count, 4, most);
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Log)).Not.ToContainTextAsync("Guten Tag");
    }

    static async Task TabTo(Person person, string name)
    {
        await person.HasControlAsync(name);
        for (var i = 0; i < 60; i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if (await person.Page.EvaluateAsync<bool>(
                "name => { const at = document.activeElement; return (at.labels?.[0]?.innerText ?? at.innerText ?? '').trim().startsWith(name); }", name)) return;
        }
        Assert.Fail($"{person.Name} did not come to “{name}” by the tab key.");
    }
}
