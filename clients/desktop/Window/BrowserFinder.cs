using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Window;

/// <summary>Finds a browser of the Chromium family, which has an app mode. What was chosen wins, then the first that is there.</summary>
/// <param name="places">Full paths at which browsers are, in the order in which they are taken.</param>
/// <param name="exists">Whether there is a file.</param>
sealed class BrowserFinder(IEnumerable<string> places, Func<string, bool> exists)
{
    static readonly string[] linuxNames =
    [
        "chromium", "google-chrome-stable", "google-chrome", "microsoft-edge-stable", "microsoft-edge", "chromium-browser", "brave-browser", "vivaldi-stable",
    ];

    static readonly string[] macApplications = ["Google Chrome", "Microsoft Edge", "Chromium", "Brave Browser", "Vivaldi"];

    static readonly string[] windowsPrograms =
    [
        @"Microsoft\Edge\Application\msedge.exe", @"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe",
        @"BraveSoftware\Brave-Browser\Application\brave.exe", @"Vivaldi\Application\vivaldi.exe",
    ];

    static readonly Environment.SpecialFolder[] windowsFolders =
    [
        Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData,
    ];

    public static BrowserFinder OfThisMachine() => new(OperatingSystem.IsWindows() ? Windows() : OperatingSystem.IsMacOS() ? Mac() : Linux(), File.Exists);

    /// <summary>What has to be installed where there is none.</summary>
    public static Sentence Advice =>
        OperatingSystem.IsWindows() ? Sentence.InstallBrowserWindows : OperatingSystem.IsMacOS() ? Sentence.InstallBrowserMac : Sentence.InstallBrowserLinux;

    /// <summary>Full path of a browser; null for none.</summary>
    /// <param name="chosen">By the settings; left out when it is not there any more.</param>
    public string? Find(string? chosen) => chosen is not null && exists(chosen) ? chosen : places.FirstOrDefault(exists);

    static IEnumerable<string> Linux() => linuxNames.Select(Tool.Find).OfType<string>();

    static IEnumerable<string> Mac() =>
        from name in macApplications
        from folder in new[] { "/Applications", Path.Combine(Places.Home, "Applications") }
        select Path.Combine(folder, $"{name}.app", "Contents", "MacOS", name);

    static IEnumerable<string> Windows() =>
        from program in windowsPrograms
        from folder in windowsFolders
        select Path.Combine(Environment.GetFolderPath(folder), program);
}
