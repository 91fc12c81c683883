namespace Klapphaus.Server.Files;

/// <summary>Tells a disk that is full, or a quota that is used up, from other faults.</summary>
static class DiskFull
{
    /// <summary>The numbers of ENOSPC and EDQUOT.</summary>
    const int NoSpace = 28, NoQuota = 122;

    /// <summary>ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL, as Windows says it.</summary>
    const int WindowsDiskFull = unchecked((int)0x80070070), WindowsHandleDiskFull = unchecked((int)0x80070027);

    public static bool Is(IOException fault) => fault.HResult is WindowsDiskFull or WindowsHandleDiskFull || !OperatingSystem.IsWindows() && fault.HResult is NoSpace or NoQuota;
}
