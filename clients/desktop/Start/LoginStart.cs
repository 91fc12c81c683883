using System.Runtime.Versioning;
using System.Text;
using System.Xml.Linq;
using Microsoft.Win32;

namespace Klapphaus.Desktop.Start;

/// <summary>Starts the program when its user logs in, without a window.</summary>
static class LoginStart
{
    const string Argument = "--background", Label = "de.stadtretter.klapphaus";

    /// <summary>Arranges that, or that it does not; false where this user may not.</summary>
    public static bool Set(bool on, OwnCommand command) => Arrangement.Try(() =>
    {
        if (OperatingSystem.IsWindows()) OnWindows(on, command);
        else if (OperatingSystem.IsMacOS()) Keep(Path.Combine(Places.Home, "Library", "LaunchAgents", $"{Label}.plist"), on ? MacAgent(command) : null);
        else Keep(Path.Combine(LinuxConfig, "autostart", "klapphaus.desktop"), on ? DesktopEntry.Write(command.Words(Argument), isLogin: true) : null);
    });

    static string LinuxConfig => Places.Absolute("XDG_CONFIG_HOME") ?? Path.Combine(Places.Home, ".config");

    /// <summary>The file by which macOS starts a program of its user.</summary>
    public static string MacAgent(OwnCommand command)
    {
        var agent = new XElement("plist", new XAttribute("version", "1.0"), new XElement(
            "dict",
            new XElement("key", "Label"), new XElement("string", Label),
            new XElement("key", "ProgramArguments"), new XElement("array", command.Words(Argument).Select(word => new XElement("string", word))),
            new XElement("key", "RunAtLoad"), new XElement("true")));
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            {agent}

            """;
    }

    static void Keep(string path, string? content)
    {
        if (content is null)
        {
            if (File.Exists(path)) File.Delete(path);
            return;
        }
        if (File.Exists(path) && File.ReadAllText(path) == content) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    [SupportedOSPlatform("windows")]
    static void OnWindows(bool on, OwnCommand command)
    {
        using var run = Registry.CurrentUser.CreateSubKey(@"Software\Microsoft\Windows\CurrentVersion\Run");
        if (on) run.SetValue("Klapphaus", WindowsCommand.Write(command.Words(Argument)));
        else run.DeleteValue("Klapphaus", throwOnMissingValue: false);
    }
}
