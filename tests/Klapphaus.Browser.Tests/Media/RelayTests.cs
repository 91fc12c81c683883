using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Stage;

namespace Klapphaus.Browser.Tests.Media;

/// <summary>Behind a firewall that lets no UDP through: sound goes by coturn, over TCP or TLS.</summary>
public sealed class RelayTests(Chromium chromium, SharedHouse house) : SoundTests(chromium, house)
{
    readonly Chromium chromium = chromium;

    [Theory]
    [InlineData("tcp")]
    [InlineData("tls")]
    public async Task FiveTalkThoughNoUdpGetsThrough(string way)
    {
        await using var janus = await JanusProcess.StartAsync(OwnNetwork.Address);
        await using var turn = await TurnProcess.StartAsync(OwnNetwork.Address);
        await OpenGardenAsync([.. janus.Settings, .. TurnProcess.Settings(turn.Udp, way == "tcp" ? turn.Tcp : turn.Tls)]);
        // the browser keeps to TCP, as behind such a firewall; the test's certificate has nobody who vouches for it
        await using var browser = await chromium.LaunchAsync("--webrtc-ip-handling-policy=disable_non_proxied_udp", "--ignore-certificate-errors");
        var people = await GatherAsync(2, browser);
        await SpeakAsync(people[0]);
        await HearsAsync(people[1], people[0].Name);
        await AllByRelayAsync(people, way);
        for (var i = 2; i < 5; i++) people.Add(await JoinAsync($"Gast {i + 1}", i, browser));
        foreach (var person in people[1..]) await HearsAsync(person, people[0].Name);
        foreach (var person in people) await HasThemByAsync(person, "route", person == people[0] ? 1 : 2);
        await AllByRelayAsync(people, way);
        foreach (var person in people) await person.DisposeAsync();
    }

    static async Task AllByRelayAsync(IEnumerable<Person> people, string way)
    {
        // a connection that is being made yet goes by no way
        foreach (var person in people)
            await person.UntilAsync(
                $"all comes by a relay over {way}",
                "async way => { const all = await klapphaus.received(); return all.length > 0 && all.every(each => each.relay === way); }",
                way);
    }
}
