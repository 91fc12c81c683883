using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32;

namespace Klapphaus.Desktop.Start;

/// <summary>Tells the platform that <c>klapphaus:</c> links are opened by this program, for this user only. On macOS the bundle says so (README).</summary>
static class LinkRegistration
{
    const string EntryName = "klapphaus.desktop", Icon = "klapphaus.svg";

    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    /// <summary>Does nothing where it is told already; false where this user may not say so.</summary>
    public static bool Ensure(OwnCommand command) => Arrangement.Try(() =>
    {
        if (OperatingSystem.IsWindows()) OnWindows(command);
        else if (OperatingSystem.IsLinux()) OnLinux(command, Places.Absolute("XDG_DATA_HOME") ?? Path.Combine(Places.Home, ".local", "share"));
    });

    /// <param name="command">Of this program.</param>
    /// <param name="data">The folder of the user's data.</param>
    public static void OnLinux(OwnCommand command, string data)
    {
        var path = Path.Combine(data, "applications", EntryName);
        var entry = DesktopEntry.Write(command.Words("%u"), isLogin: false);
        if (File.Exists(path) && File.ReadAllText(path) == entry) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, entry, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        PutIcon(Path.Combine(data, "icons", "hicolor", "scalable", "apps"));
        // where these are missing, the desktop reads the file by itself
        _ = Tool.RunAsync("xdg-mime", ["default", EntryName, $"x-scheme-handler/{DeepLink.Scheme}"], "", patience, TimeProvider.System);
        _ = Tool.RunAsync("update-desktop-database", [Path.GetDirectoryName(path)!], "", patience, TimeProvider.System);
    }

    static void PutIcon(string folder)
    {
        Directory.CreateDirectory(folder);
        using var icon = typeof(LinkRegistration).Assembly.GetManifestResourceStream(Icon)!;
        using var file = File.Create(Path.Combine(folder, Icon));
        icon.CopyTo(file);
    }

    [SupportedOSPlatform("windows")]
    static void OnWindows(OwnCommand command)
    {
        using var scheme = Registry.CurrentUser.CreateSubKey($@"Software\Classes\{DeepLink.Scheme}");
        scheme.SetValue("", "URL:Klapphaus");
        scheme.SetValue("URL Protocol", "");
        using var open = scheme.CreateSubKey(@"shell\open\command");
        open.SetValue("", WindowsCommand.Write(command.Words("%1")));
    }
}
