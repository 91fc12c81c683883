using System.Runtime.Versioning;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Live;

/// <summary>A user of this machine, with a home of their own: nothing of it is that of whoever runs the tests.</summary>
[UnsupportedOSPlatform("windows")]
sealed class DesktopUser : IDisposable
{
    readonly TemporaryFolder home = new();

    public DesktopUser()
    {
        Environment["HOME"] = Home;
        Environment["XDG_CONFIG_HOME"] = Folder("config");
        Environment["XDG_DATA_HOME"] = Folder("data");
        Environment["XDG_RUNTIME_DIR"] = Folder("run");
        Environment["LANG"] = "de_DE.UTF-8";
        // of the machine on which the tests run nothing counts
        foreach (var name in new[] { "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LC_ALL", "LC_MESSAGES" }) Environment[name] = null;
        Environment["KLAPPHAUS_BROWSER_ARGUMENTS"] = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --password-store=basic";
    }

    /// <summary>What is set for this user's programs; null for what is not set.</summary>
    public Dictionary<string, string?> Environment { get; } = new(StringComparer.Ordinal);

    public string Home => home.Path;

    public string Config => Path.Combine(Home, "config", "klapphaus-desktop");

    public string Data => Path.Combine(Home, "data", "klapphaus-desktop");

    public void Dispose()
    {
        // the last of a browser's processes may still write for a moment
        for (var tries = 0; ; tries++)
        {
            try
            {
                home.Dispose();
                return;
            }
            catch (IOException) when (tries < 50)
            {
                Thread.Sleep(100);
            }
        }
    }

    string Folder(string name) =>
        Directory.CreateDirectory(Path.Combine(Home, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
