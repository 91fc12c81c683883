using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Klapphaus.Desktop.Start;

/// <summary>The language that this machine's user has chosen. By hand, since this program has no tables of cultures (<c>InvariantGlobalization</c>).</summary>
static class SystemLanguage
{
    /// <summary>Longest name of a locale, says Windows.</summary>
    const int LongestName = 85;

    /// <summary>In the order in which they count.</summary>
    static readonly string[] variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>de or en; German where nothing is said, as in the house itself.</summary>
    public static string Find() => Of(OperatingSystem.IsWindows() ? OnWindows() : FromEnvironment());

    static string FromEnvironment() => variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(text => !string.IsNullOrEmpty(text)) ?? "";

    static string Of(string locale) => locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "de";

    [SupportedOSPlatform("windows")]
    static string OnWindows()
    {
        var name = new char[LongestName];
        var length = GetUserDefaultLocaleName(name, name.Length);
        return length > 1 ? new(name, 0, length - 1) : "";
    }

    [DllImport("kernel32", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern int GetUserDefaultLocaleName([Out] char[] name, int length);
}
