using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Stage;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

// Two cores carry a house and two or three browsers at a time, not more.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(SharedHouse))]

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>The one browser of this suite; people have contexts of their own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Everything that a test waits for comes within this time on a busy machine, or it has failed.</summary>
    public const float Patience = 20_000;

    readonly TemporaryFolder sounds = new();
    IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        FakeVoice.WriteTo(Voice);
        Browser = await LaunchAsync();
    }

    string Voice => Path.Combine(sounds.Path, "voice.wav");

    /// <summary>Another browser, whose network is otherwise.</summary>
    public Task<IBrowser> LaunchAsync(params string[] more) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("KLAPPHAUS_CHROMIUM") ?? "/usr/bin/chromium",
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            // a microphone that beeps and a camera that shows a clock; and two browsers on this machine find each other by its loopback, too
            "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={Voice}", "--allow-loopback-in-peer-connection",
            .. more,
        ],
    });

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        sounds.Dispose();
    }
}
