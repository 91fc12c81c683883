using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Window;

/// <summary>Where the window's browser keeps its profile.</summary>
static class WindowFolder
{
    /// <summary>Longer than any script that only starts another program.</summary>
    const int LongestScript = 8 * 1024;

    /// <summary>One folder for each kind of browser: a snap may use no hidden folder but its own.</summary>
    public static string Of(string browser, Places places) => IsSnap(browser) ? SnapFolder : places.Profile;

    /// <summary>All that may be there, to be emptied at a sign-out.</summary>
    public static string[] All(Places places) => OperatingSystem.IsLinux() ? [places.Profile, SnapFolder] : [places.Profile];

    static string SnapFolder => Path.Combine(Places.Home, "snap", "chromium", "common", "klapphaus-desktop");

    /// <summary>Also Ubuntu's <c>chromium-browser</c>, a script that starts the snap.</summary>
    static bool IsSnap(string browser)
    {
        if (!OperatingSystem.IsLinux()) return false;
        if (browser.StartsWith("/snap/", StringComparison.Ordinal)) return true;
        var file = new FileInfo(browser);
        return file is { Exists: true, Length: < LongestScript } && File.ReadAllText(browser).Contains("/snap/bin/", StringComparison.Ordinal);
    }
}
