using System.Security.Cryptography;
using System.Text;

namespace Klapphaus.Desktop.Start;

/// <summary>Where this program keeps what is its own on this machine, for one user.</summary>
/// <param name="Config">Folder of the settings.</param>
/// <param name="Data">Folder of the sign-in, of the window's profile and of what only lives as long as the program runs.</param>
/// <param name="Runtime">Folder for the socket by which a second start reaches the first; null for none.</param>
sealed record Places(string Config, string Data, string? Runtime = null)
{
    // a house that runs on the same machine keeps its data under "klapphaus"
    const string Folder = "klapphaus-desktop";

    /// <summary>What the kernel of macOS takes as the path of a socket; Linux takes 107.</summary>
    const int LongestSocketPath = 103;

    public string SettingsFile => Path.Combine(Config, "settings.json");

    public string VaultFile => Path.Combine(Data, "session");

    /// <summary>Held open by the one instance that runs.</summary>
    public string LockFile => Path.Combine(Data, "running");

    /// <summary>The profile of the window's browser, with nothing of the one that people browse with.</summary>
    public string Profile => Path.Combine(Data, "window");

    /// <summary>
    /// Names under which the pipe may be, in the order in which they are tried; on Unix paths of its socket. The folder for such is another user's after
    /// <c>su</c>, and then of no use. Where all can write nothing is tried: there anybody could take the name.
    /// </summary>
    public IReadOnlyList<string> Pipes
    {
        get
        {
            var name = "klapphaus-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Data)))[..16];
            if (OperatingSystem.IsWindows()) return [name];
            string[] folders = Runtime is null ? [Data, Home] : [Runtime, Data, Home];
            return [.. folders.Select(folder => Path.Combine(folder, name)).Where(path => Path.IsPathRooted(path) && Encoding.UTF8.GetByteCount(path) <= LongestSocketPath)];
        }
    }

    /// <summary>Of the user as whom the program runs.</summary>
    public static Places OfThisUser()
    {
        if (OperatingSystem.IsWindows())
            return new(Under(Environment.SpecialFolder.ApplicationData), Under(Environment.SpecialFolder.LocalApplicationData));
        if (OperatingSystem.IsMacOS())
        {
            var support = Path.Combine(Home, "Library", "Application Support", Folder);
            return new(support, support);
        }
        return new(
            Path.Combine(Absolute("XDG_CONFIG_HOME") ?? Path.Combine(Home, ".config"), Folder),
            Path.Combine(Absolute("XDG_DATA_HOME") ?? Path.Combine(Home, ".local", "share"), Folder),
            Absolute("XDG_RUNTIME_DIR") is { } runtime && Directory.Exists(runtime) ? runtime : null);
    }

    public static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>The folder that a variable names; relative ones do not count, says the specification.</summary>
    public static string? Absolute(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path && Path.IsPathRooted(path) ? path : null;

    static string Under(Environment.SpecialFolder folder) => Path.Combine(Environment.GetFolderPath(folder, Environment.SpecialFolderOption.Create), Folder);
}
