using System.Diagnostics;
using System.Runtime.Versioning;

namespace Klapphaus.Desktop.Tests.Live;

/// <summary>One instance for each user, with real processes.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class InstanceTests : IDisposable
{
    readonly DesktopUser user = new();

    public void Dispose() => user.Dispose();

    [Fact]
    public async Task ASecondStartEndsWithTheFirstsAnswer()
    {
        await using var first = await DesktopProcess.StartAsync(user, "--background");
        Assert.Equal(0, (await DesktopProcess.RunAsync(user, "--background")).Code);
        var open = await DesktopProcess.RunAsync(user, "klapphaus://haus.example/raum/foyer");
        Assert.Equal(3, open.Code);
        Assert.Contains("Sie sind nicht angemeldet.", open.Output, StringComparison.Ordinal);
        Assert.True(first.IsRunning);
        var quit = await DesktopProcess.RunAsync(user, "quit");
        Assert.Equal((0, "Das Programm endet."), (quit.Code, quit.Output.Trim()));
        Assert.Equal(0, await first.EndAsync());
        Assert.Equal(4, (await DesktopProcess.RunAsync(user, "status")).Code);
    }

    [Fact]
    public async Task OfTwoThatStartAtOnceOneStays()
    {
        await using var one = DesktopProcess.Start(user, "--background");
        await using var other = DesktopProcess.Start(user, "--background");
        await one.WaitUntilAsync(() => Task.FromResult(!one.IsRunning || !other.IsRunning), "one of them has ended");
        Assert.Equal(0, await (one.IsRunning ? other : one).EndAsync());
        Assert.Equal(0, (await DesktopProcess.RunAsync(user, "status")).Code);
        Assert.True(one.IsRunning || other.IsRunning);
    }

    [Fact]
    public async Task WhoWasKilledIsNotInTheWay()
    {
        await using (var first = await DesktopProcess.StartAsync(user, "--background")) await first.KillAsync();
        Assert.Equal(4, (await DesktopProcess.RunAsync(user, "status")).Code);
        await using var second = await DesktopProcess.StartAsync(user, "--background");
        Assert.True(second.IsRunning);
    }

    [Fact]
    public async Task TheSystemsSignalEndsItInOrder()
    {
        await using var first = await DesktopProcess.StartAsync(user, "--background");
        using (var kill = Process.Start("kill", ["-TERM", $"{first.Id}"])) await kill.WaitForExitAsync();
        await first.EndAsync();
        Assert.Equal(4, (await DesktopProcess.RunAsync(user, "status")).Code);
    }

    [Fact]
    public async Task ItSpeaksTheReadersLanguage()
    {
        Assert.Equal("Das Programm läuft nicht.", (await DesktopProcess.RunAsync(user, "status")).Errors.Trim());
        Assert.Equal("The program does not run.", (await DesktopProcess.RunAsync(user, "--language", "en", "status")).Errors.Trim());
        Assert.Equal("The program does not run.", (await DesktopProcess.RunAsync(user, "status", "--language", "en")).Errors.Trim());
        Assert.Equal(0, (await DesktopProcess.RunAsync(user, "settings", "set", "language", "en")).Code);
        Assert.Equal("The program does not run.", (await DesktopProcess.RunAsync(user, "status")).Errors.Trim());
        var help = await DesktopProcess.RunAsync(user, "--language", "de", "--help");
        Assert.Equal(0, help.Code);
        Assert.Contains("Das Klapphaus auf Ihrem Schreibtisch", help.Output, StringComparison.Ordinal);
        Assert.Contains("Nutzung:", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeReadIsRefused()
    {
        Assert.Equal(2, (await DesktopProcess.RunAsync(user, "tanzen", "und", "singen")).Code);
        Assert.Equal(2, (await DesktopProcess.RunAsync(user, "--house", "http://haus.example", "status")).Code);
        Assert.Equal(2, (await DesktopProcess.RunAsync(user, "settings", "set", "farbe", "rot")).Code);
        Assert.Equal(2, (await DesktopProcess.TypeAsync(user, "kein Link\n", "sign-in")).Code);
        Assert.Equal(3, (await DesktopProcess.RunAsync(user, "--plain")).Code);
    }

    [Fact]
    public async Task SettingsAreShownAndChanged()
    {
        Assert.Equal(0, (await DesktopProcess.RunAsync(user, "settings", "set", "quietHours", "18:00-08:00 mo-fr")).Code);
        Assert.Contains("quietHours = 18:00-08:00 mo,di,mi,do,fr", (await DesktopProcess.RunAsync(user, "settings")).Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(user.Config, "settings.json"), "{ kaputt");
        var broken = await DesktopProcess.RunAsync(user, "settings");
        Assert.Contains("Die Einstellungen ließen sich nicht lesen.", broken.Errors, StringComparison.Ordinal);
        Assert.Contains("quietHours = off", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDesktopLearnsOfLinksAndOfTheStartAtLogin()
    {
        await using var first = await DesktopProcess.StartAsync(user, "--background");
        var entry = await File.ReadAllTextAsync(Path.Combine(user.Home, "data", "applications", "klapphaus.desktop"));
        Assert.Contains("MimeType=x-scheme-handler/klapphaus;", entry, StringComparison.Ordinal);
        var login = Path.Combine(user.Home, "config", "autostart", "klapphaus.desktop");
        Assert.False(File.Exists(login));
        Assert.Equal(0, (await DesktopProcess.RunAsync(user, "settings", "set", "startAtLogin", "an")).Code);
        Assert.Contains("--background", await File.ReadAllTextAsync(login), StringComparison.Ordinal);
        Assert.Equal(0, (await DesktopProcess.RunAsync(user, "settings", "set", "startAtLogin", "aus")).Code);
        Assert.False(File.Exists(login));
    }
}
