using System.ComponentModel;
using System.Diagnostics;

namespace Klapphaus.Desktop.Members;

/// <summary>The browser with which people browse: there they are signed in with their account already.</summary>
static class SystemBrowser
{
    /// <summary>Opens an address there; false when there is no such browser. The address can be read in the list of processes, and has nothing secret in it.</summary>
    public static bool Open(Uri address)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address.AbsoluteUri]) { UseShellExecute = false };
        try
        {
            using var process = Process.Start(start);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
