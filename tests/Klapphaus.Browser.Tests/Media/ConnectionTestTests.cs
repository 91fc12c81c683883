using Klapphaus.Browser.Tests.Access;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Media;

/// <summary>Somebody who looks after a firewall finds out what gets through and what to open.</summary>
public sealed class ConnectionTestTests(Chromium chromium, SharedHouse house) : SoundTests(chromium, house)
{
    readonly Chromium chromium = chromium;
    readonly Inspection inspection = new();

    static async Task<string[]> RunAsync(Person person)
    {
        await person.Button(person.Words["test.start"]).ClickAsync();
        await Assertions.Expect(person.Heading(person.Words["test.report"])).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return [.. await person.Page.Locator("main li").AllInnerTextsAsync()];
    }

    [Fact]
    public async Task WhereEverythingIsOpenEverythingWorks()
    {
        await using var janus = await JanusProcess.StartAsync(OwnNetwork.Address);
        await using var turn = await TurnProcess.StartAsync(OwnNetwork.Address);
        await OpenGardenAsync([.. janus.Settings, .. TurnProcess.Settings(turn.Stun, turn.Udp, turn.Tcp, turn.Tls)]);
        await using var browser = await chromium.LaunchAsync("--ignore-certificate-errors"); // nobody vouches for the test's own
        var it = await OpenAsync("IT", at: Garden.Address, path: "verbindung", browser: browser);
        var results = await RunAsync(it);
        Assert.Equal(7, results.Length);
        Assert.All(results, result => Assert.Contains(it.Words["test.works"] + ",", result, StringComparison.Ordinal));
        await Assertions.Expect(it.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync(it.Words["test.verdict.good"]);
        Assert.Contains($"{OwnNetwork.Address}:", await it.Page.GetByRole(AriaRole.Textbox).InputValueAsync(), StringComparison.Ordinal);
        await inspection.LookAsync(it, "verbindung");
        inspection.AssertFaultless();
        await it.DisposeAsync();
    }

    [Fact]
    public async Task WhereUdpIsClosedItSaysWhatToOpen()
    {
        await using var janus = await JanusProcess.StartAsync(OwnNetwork.Address);
        await using var turn = await TurnProcess.StartAsync(OwnNetwork.Address);
        await OpenGardenAsync([.. janus.Settings, .. TurnProcess.Settings(turn.Udp, turn.Tcp)]);
        await using var browser = await chromium.LaunchAsync("--webrtc-ip-handling-policy=disable_non_proxied_udp");
        var it = await OpenAsync("IT", Device.Pairs[1], Garden.Address, "verbindung", browser);
        var results = await RunAsync(it);
        Assert.Contains(results, r => r.Contains(it.Words["test.turnTcp"], StringComparison.Ordinal) && r.Contains(it.Words["test.works"] + ",", StringComparison.Ordinal));
        Assert.Contains(results, r => r.Contains(it.Words["test.turnUdp"], StringComparison.Ordinal) && r.Contains("Freigeben: UDP", StringComparison.Ordinal));
        Assert.Contains(results, r => r.Contains(it.Words["test.turnTls"], StringComparison.Ordinal) && r.Contains(it.Words["test.none"], StringComparison.Ordinal));
        Assert.Contains(results, r => r.Contains(it.Words["test.mediaServer"], StringComparison.Ordinal) && r.Contains(it.Words["test.works"] + ",", StringComparison.Ordinal)); // by the relay
        await inspection.LookAsync(it, "verbindung-ohne-udp");
        inspection.AssertFaultless();
        await it.DisposeAsync();
    }

    [Fact]
    public async Task HouseWithoutServersSaysSoAndIsUsedByKeyboardAlone()
    {
        var it = await OpenAsync("IT", Device.Pairs[2], path: "verbindung");
        await it.Page.Keyboard.PressAsync("Tab");
        await it.UntilAsync("the first stop is the way back", "() => document.activeElement?.matches('a[href=\"/\"]')");
        for (var i = 0; i < 4 && !await it.Page.EvaluateAsync<bool>("() => document.activeElement?.matches('main button')"); i++) await it.Page.Keyboard.PressAsync("Tab");
        await it.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(it.Heading(it.Words["test.report"])).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(it.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync(it.Words["test.verdict.local"]);
        Assert.Equal(5, await it.Page.Locator("main li.none").CountAsync());
        await inspection.LookAsync(it, "verbindung-ohne-server");
        inspection.AssertFaultless();
    }
}
