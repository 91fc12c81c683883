using System.Globalization;
using System.Runtime.InteropServices;

namespace Klapphaus.Desktop.Window;

/// <summary>The browser that has a profile open, also one that a former run of this program has left behind. On Linux; elsewhere nothing is known of it.</summary>
static class ProfileHolder
{
    const int Terminate = 15;

    /// <summary>Its process id; null when nobody has the profile open.</summary>
    public static int? Find(string profile)
    {
        if (!OperatingSystem.IsLinux()) return null;
        // a link to "host-1234" by which browsers of this family lock a profile; it stays when one was killed
        if (new FileInfo(Path.Combine(profile, "SingletonLock")).LinkTarget is not { } lockedBy) return null;
        if (!int.TryParse(lockedBy.AsSpan(lockedBy.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
        try
        {
            // the number may have gone to another process since
            return File.ReadAllText($"/proc/{id}/cmdline").Contains(profile, StringComparison.Ordinal) ? id : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Asks a process to end as a desktop does at log-out: it keeps what it has to keep. Not for Windows.</summary>
    public static void AskToEnd(int process) => _ = Kill(process, Terminate);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Kill(int process, int signal);
}
