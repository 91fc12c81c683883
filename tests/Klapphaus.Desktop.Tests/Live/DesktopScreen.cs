using System.Diagnostics;
using System.Runtime.Versioning;
using Tmds.DBus.Protocol;

namespace Klapphaus.Desktop.Tests.Live;

/// <summary>
/// A desktop without a monitor: an X server, a session bus, and the notification daemon dunst. Where a notice has several answers dunst asks a menu, which here chooses
/// the one that a test wants.
/// </summary>
[UnsupportedOSPlatform("windows")]
sealed class DesktopScreen : IAsyncDisposable
{
    const string Notifications = "org.freedesktop.Notifications", Place = "/org/freedesktop/Notifications", Dunst = "org.dunstproject.cmd0";

    readonly List<StageProcess> processes = [];
    readonly DesktopUser user;
    DBusConnection bus = null!;

    DesktopScreen(DesktopUser user) => this.user = user;

    string Choice => Path.Combine(user.Home, "choice");

    /// <summary>Gives a user such a desktop.</summary>
    public static async Task<DesktopScreen> OpenAsync(DesktopUser user)
    {
        var screen = new DesktopScreen(user);
        try
        {
            await screen.StartAsync();
            return screen;
        }
        catch
        {
            await screen.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many notices are to be seen now.</summary>
    public Task<uint> CountAsync() => bus.CallMethodAsync(Property("displayedLength"), static (Message reply, object? _) => reply.GetBodyReader().ReadVariantValue().GetUInt32());

    /// <summary>Waits until so many notices are to be seen.</summary>
    public async Task SeesAsync(uint count, string what, TimeSpan? limit = null)
    {
        var clock = Stopwatch.StartNew();
        uint there;
        while ((there = await CountAsync()) != count)
        {
            if (clock.Elapsed > (limit ?? TimeSpan.FromSeconds(45))) throw new TimeoutException($"Waited until {what}: {count} notices. There are {there}.");
            await Task.Delay(20);
        }
    }

    /// <summary>Looks for so long whether a notice comes that must not.</summary>
    public async Task SeesNothingAsync(TimeSpan span, string what)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < span;)
        {
            var there = await CountAsync();
            Assert.True(there == 0, $"{what}, and after {clock.Elapsed.TotalSeconds:0.00} s there are {there} notices.");
            await Task.Delay(20);
        }
    }

    /// <summary>Answers the notice that is to be seen, by the words on its button.</summary>
    public async Task AnswerAsync(string label)
    {
        await File.WriteAllTextAsync(Choice, label);
        await bus.CallMethodAsync(Call("ContextMenuCall"));
    }

    /// <summary>
    /// Keeps a picture of the screen for whoever wants to look, in the folder of KLAPPHAUS_PICTURES or beside the tests; gives how many colours it has. What is there
    /// already may be painted a moment later.
    /// </summary>
    public async Task<int> PhotographAsync(string name)
    {
        var folder = Environment.GetEnvironmentVariable("KLAPPHAUS_PICTURES") ?? Path.Combine(AppContext.BaseDirectory, "pictures");
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{name}.png");
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            await StageProcess.RunAsync(user.Environment, "import", "-window", "root", file);
            var colours = int.Parse(await StageProcess.RunAsync(user.Environment, "identify", "-format", "%k", file), null);
            if (colours > 2 || clock.Elapsed > TimeSpan.FromSeconds(20)) return colours;
        }
    }

    /// <summary>Whether a window of the program is on the screen.</summary>
    public async Task<bool> HasWindowAsync()
    {
        try
        {
            return (await StageProcess.RunAsync(user.Environment, "xdotool", "search", "--onlyvisible", "--class", "klapphaus")).Trim().Length > 0;
        }
        catch (Xunit.Sdk.XunitException)
        {
            return false; // it says by its exit code that there is none
        }
    }

    public ValueTask DisposeAsync()
    {
        bus?.Dispose();
        for (var i = processes.Count - 1; i >= 0; i--) processes[i].Dispose();
        return ValueTask.CompletedTask;
    }

    MessageBuffer Call(string method)
    {
        using var writer = bus.GetMessageWriter();
        writer.WriteMethodCallHeader(Notifications, Place, Dunst, method);
        return writer.CreateMessage();
    }

    MessageBuffer Property(string name)
    {
        using var writer = bus.GetMessageWriter();
        writer.WriteMethodCallHeader(Notifications, Place, "org.freedesktop.DBus.Properties", "Get", "ss");
        writer.WriteString(Dunst);
        writer.WriteString(name);
        return writer.CreateMessage();
    }

    async Task StartAsync()
    {
        var display = await StartAsync("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset");
        user.Environment["DISPLAY"] = $":{display}";
        user.Environment["DBUS_SESSION_BUS_ADDRESS"] = await StartAsync("dbus-daemon", "--session", "--nofork", "--print-address=1");
        var menu = Path.Combine(user.Home, "menu");
        await File.WriteAllTextAsync(menu, $"#!/bin/sh\nexec grep -m1 -F \"$(cat '{Choice}')\"\n");
        File.SetUnixFileMode(menu, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var settings = Path.Combine(user.Home, "dunstrc");
        await File.WriteAllTextAsync(settings, $"[global]\nwidth = 360\nheight = 200\noffset = 20x20\ndmenu = {menu}\nshow_indicators = yes\n");
        bus = new(user.Environment["DBUS_SESSION_BUS_ADDRESS"]!);
        await bus.ConnectAsync();
        processes.Add(StageProcess.Start(user.Environment, "dunst", "-conf", settings));
        for (var tries = 0; !(await bus.ListServicesAsync()).Contains(Notifications); tries++)
        {
            if (tries > 200) throw new TimeoutException("dunst does not come.");
            await Task.Delay(50);
        }
    }

    async Task<string> StartAsync(params string[] line)
    {
        var started = StageProcess.Start(user.Environment, line);
        processes.Add(started);
        return await started.FirstLineAsync() ?? throw new InvalidOperationException($"{line[0]} did not start.");
    }
}
