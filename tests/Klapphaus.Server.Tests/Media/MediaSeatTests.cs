using System.Text.Json.Nodes;
using Klapphaus.Contracts;
using Klapphaus.Server.Media;
using Klapphaus.Server.Media.Janus;
using Klapphaus.Server.Tests.Conversations;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Media;

/// <summary>Who gets a place at the media server, and who says in vain that they want one.</summary>
public sealed class MediaSeatTests : IAsyncLifetime
{
    JanusProcess janus = null!;
    TestHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        janus = await JanusProcess.StartAsync();
        house = await TestHouse.OpenAsync(DrawnHouse.Empty("saal", 30, 20).WithArea("saal", "stage", "Bühne", 20, 10, 8, 8), janus.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await janus.DisposeAsync();
    }

    async Task<(List<Person> People, List<Listening> Ears)> Circle(int count)
    {
        List<Person> people = [];
        List<Listening> ears = [];
        for (var i = 0; i < count; i++)
        {
            var person = await house.Enter($"Gast {i}", "saal");
            ears.Add(new(person)); // before anybody can have got a place
            var (sin, cos) = Math.SinCos(i * Math.Tau / count);
            await person.WalkTo(8 + cos * 1.1, 8 + sin * 1.1);
            people.Add(person);
        }
        foreach (var person in people) await person.TalksWith([.. people.Where(p => p != person)]);
        return (people, ears);
    }

    static string Kind(SignalledEvent signal) => (string)JsonNode.Parse(signal.Signal)!["kind"]!;

    static Task IsSeated(Person person, Listening ears) =>
        person.WaitUntil(_ => ears.Signals.Any(s => s.From == Protocol.MediaServer && Kind(s) == "seated"), "one has a place at the media server");

    static Task<ErrorCode> Says(Person person, string signal) => person.Connection.AskAsync(nameof(IHouseHub.Signal), new SignalRequest { To = Protocol.MediaServer, Signal = signal });

    [Fact]
    public async Task FourNeedNoPlaceAndFiveGetOneEach()
    {
        var (people, ears) = await Circle(4);
        Assert.All(people, p => Assert.False(p.Picture.Talk!.Routed));
        Assert.Equal(ErrorCode.NotInConversation, await Says(people[0], """{"kind":"publish","session":"x","sdp":"v=0"}"""));
        var fifth = await house.Enter("Gast 5", "saal");
        var fifthEars = new Listening(fifth);
        await fifth.WalkTo(8, 8);
        foreach (var (person, ear) in people.Append(fifth).Zip(ears.Append(fifthEars))) await IsSeated(person, ear);
        foreach (var person in people) await person.WaitUntil(p => p.Talk is { Routed: true }, "sound goes by the media server");
        foreach (var person in people.Append(fifth)) await person.DisposeAsync();
    }

    [Fact]
    public async Task WhoIsNotInTheConversationOrSaysNonsenseGetsNothing()
    {
        var (people, ears) = await Circle(5);
        await IsSeated(people[0], ears[0]);
        await using var eve = await house.Enter("Eve", "saal");
        await eve.WalkTo(25, 3);
        var session = (string)JsonNode.Parse(ears[0].Signals.First(s => Kind(s) == "seated").Signal)!["session"]!;
        Assert.Equal(ErrorCode.NotInConversation, await Says(eve, $$"""{"kind":"again","session":"{{session}}"}"""));
        foreach (var nonsense in new[] { "", "{}", "[]", "null", "{\"kind\":\"publish\"}", "{\"kind\":7,\"session\":\"x\"}", new string('[', 4000), "{\"kind\":\"answer\",\"session\":{},\"sdp\":[]}" })
            Assert.Equal(ErrorCode.Malformed, await Says(people[0], nonsense));
        Assert.Equal(ErrorCode.Malformed, await Says(people[0], $$"""{"kind":"publish","session":"{{session}}","sdp":"{{new string('x', Protocol.MaxRouterSignal)}}"}"""));

        // Janus would refuse the whole message that has such a character in it, and give no answer to it
        Assert.Equal(ErrorCode.Malformed, await Says(people[0], $$"""{"kind":"publish","session":"{{session}}","sdp":"v=0\u0000"}"""));

        // a place that was given up answers nobody, though the browser goes on
        await people[0].WalkTo(2, 18);
        await people[0].TalksWithNobody();
        Assert.Equal(ErrorCode.NotInConversation, await Says(people[0], $$"""{"kind":"again","session":"{{session}}"}"""));
        foreach (var person in people) await person.DisposeAsync();
    }

    [Fact]
    public async Task BrowserThatTalksNonsenseToJanusGetsANewPlaceAndTheOthersKeepTheirs()
    {
        var (people, ears) = await Circle(5);
        foreach (var (person, ear) in people.Zip(ears)) await IsSeated(person, ear);
        var session = (string)JsonNode.Parse(ears[0].Signals.First(s => Kind(s) == "seated").Signal)!["session"]!;
        Assert.Equal(ErrorCode.None, await Says(people[0], $$"""{"kind":"publish","session":"{{session}}","sdp":"v=0"}"""));
        await people[0].WaitUntil(_ => ears[0].Signals.Count(s => Kind(s) == "seated") == 2, "one has another place");
        Assert.All(ears.Skip(1), e => Assert.Single(e.Signals, s => Kind(s) == "seated"));
        foreach (var person in people) await person.DisposeAsync();
    }

    [Fact]
    public async Task WithoutTheMediaServerItIsSaidAndTextGoesOn()
    {
        await janus.KillAsync();
        var (people, ears) = await Circle(5);
        await people[0].WaitUntil(_ => ears[0].Signals.Any(s => Kind(s) == "waiting"), "one hears that the media server is missing");
        Assert.Equal(ErrorCode.None, await people[1].Connection.SayAsync("Ohne Ton geht es auch"));
        await ears[0].Reads("Ohne Ton geht es auch");
        await janus.RunAsync();
        await IsSeated(people[0], ears[0]);
        foreach (var person in people) await person.DisposeAsync();
    }

    [Fact]
    public async Task PlacesThatAreNotNeededAnyMoreAreGivenUpThoughNoBrowserSaysSo()
    {
        var (people, ears) = await Circle(5);
        foreach (var (person, ear) in people.Zip(ears)) await IsSeated(person, ear);
        var room = $"saal/{people[0].Picture.Talk!.Id}";
        await using var janusItself = await JanusConnection.OpenAsync(new() { JanusUrl = janus.Url, JanusSecret = JanusProcess.TokenSecret }, TimeProvider.System, TestContext.Current.CancellationToken);
        var handle = await janusItself.AttachAsync(_ => { });
        Assert.Equal(5, (await handle.AskAsync(new() { ["request"] = "listparticipants", ["room"] = room })).Data["participants"]!.AsArray().Count);
        await people[4].WalkTo(2, 18);
        await people[0].WaitUntil(p => p.Talk is { Routed: false }, "sound goes without the media server again");
        await IsGone(handle, room);
        foreach (var person in people) await person.DisposeAsync();
    }

    /// <summary>Janus tells nobody when a room is gone: it is asked until it says that there is none.</summary>
    static async Task IsGone(JanusHandle handle, string room)
    {
        for (var since = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(30); await Task.Delay(TimeSpan.FromMilliseconds(250)))
        {
            try
            {
                await handle.AskAsync(new() { ["request"] = "listparticipants", ["room"] = room });
            }
            catch (MediaRouterFault e) when (e.Code == 426)
            {
                return;
            }
        }
        Assert.Fail($"The media room {room} is still there.");
    }

    [Fact]
    public async Task WhatOneSwitchesOnTheOthersAreTold()
    {
        var (people, _) = await Circle(2);
        Assert.Equal(ErrorCode.None, await people[0].Connection.AskAsync(nameof(IHouseHub.SendMedia), new MediaRequest { Microphone = true, Camera = false, Screen = true }));
        await people[1].WaitUntil(p => p.Talk!.People.Single(v => v.Handle == people[0].Picture.Handle) is { Microphone: true, Camera: false, Screen: true }, "one is told what is on");
        foreach (var person in people) await person.DisposeAsync();
    }
}
