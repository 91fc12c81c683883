using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Settings;
using Klapphaus.Desktop.Start;
using Klapphaus.Stage;
using Microsoft.Extensions.Time.Testing;

namespace Klapphaus.Desktop.Tests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FakeTimeProvider time = new(new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));

    string Path => System.IO.Path.Combine(folder.Path, "klapphaus-desktop", "settings.json");

    SettingsFile File => new(Path, time);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        var settings = new DesktopSettings
        {
            House = new("https://haus.example/"),
            Language = "de",
            StartAtLogin = true,
            DoNotDisturb = time.GetUtcNow().AddHours(2),
            QuietHours = new(new(22, 0), new(7, 0), [DayOfWeek.Friday]),
            Notices = [NoticeKind.Bell, NoticeKind.Appointment],
            Browser = "/usr/bin/chromium",
            OnDuty = ["s0123456789abcdef0123456789abcdef"],
        };
        File.Write(settings);
        Assert.Equivalent(settings, File.Read().Settings, strict: true);
        Assert.Contains("\"appointment\"", System.IO.File.ReadAllText(Path), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatSomebodyHasOpenIsNoBadOne()
    {
        var settings = new DesktopSettings { OnDuty = ["s0123456789abcdef0123456789abcdef"] };
        File.Write(settings);
        using (new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var held = File.Read();
            Assert.True(held.IsHeld);
            Assert.Null(held.SetAside);
        }
        Assert.Equivalent(settings, File.Read().Settings, strict: true);
    }

    [Fact]
    public void WithoutAFileAllIsAsAtTheBeginning()
    {
        var reading = File.Read();
        Assert.Null(reading.SetAside);
        Assert.Equivalent(new DesktopSettings(), reading.Settings, strict: true);
    }

    [Fact]
    public void NobodyElseReadsThem()
    {
        File.Write(new());
        Assert.False(OwnerOnly.IsOpenToOthers(Path));
        Assert.False(OwnerOnly.IsOpenToOthers(System.IO.Path.GetDirectoryName(Path)!));
        Assert.Single(Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    [Theory]
    [InlineData("{ \"language\": \"de\", ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"version\": 2 }")]
    [InlineData("{ \"language\": \"fr\" }")]
    [InlineData("{ \"notices\": [\"klingel\"] }")]
    [InlineData("{ \"notices\": null }")]
    [InlineData("{ \"house\": \"http://haus.example\" }")]
    [InlineData("{ \"quietHours\": { \"from\": \"22:00\", \"to\": \"07:00\", \"days\": null } }")]
    public void ABrokenFileIsKeptAside(string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        System.IO.File.WriteAllText(Path, text);
        var reading = File.Read();
        Assert.Equivalent(new DesktopSettings(), reading.Settings, strict: true);
        Assert.Equal($"{Path}.20261127-120000.unreadable", reading.SetAside);
        Assert.Equal(text, System.IO.File.ReadAllText(reading.SetAside!));
        Assert.Null(File.Read().SetAside);
    }

    [Fact]
    public void PeopleMayWriteInIt()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        System.IO.File.WriteAllText(Path, "{ // mein Haus\n \"house\": \"https://haus.example\", \"unbekannt\": 1, }");
        Assert.Equal(new Uri("https://haus.example/"), File.Read().Settings.House);
    }
}
