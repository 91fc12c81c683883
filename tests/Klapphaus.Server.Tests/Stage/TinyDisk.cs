using System.Diagnostics;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>
/// A disk of its own that is full soon: memory that is mounted in a namespace of its own, as anybody may, and reached by way of the process that holds it.
/// </summary>
sealed class TinyDisk : IAsyncDisposable
{
    const string Mount = "mount -t tmpfs -o size=\"$2\"k tmpfs \"$1\" && echo ready && exec cat";

    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    readonly TemporaryFolder point = new();
    readonly Process process;

    TinyDisk(int kilobytes) => process = Process.Start(new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", Mount, "sh", point.Path, $"{kilobytes}"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    public string Path => $"/proc/{process.Id}/root{point.Path}";

    public static async Task<TinyDisk> MountAsync(int kilobytes)
    {
        var disk = new TinyDisk(kilobytes);
        if (await disk.process.StandardOutput.ReadLineAsync().WaitAsync(patience) == "ready") return disk;
        throw new InvalidOperationException("Tests of a full disk need a mount namespace (unshare --user --mount): " + await disk.process.StandardError.ReadToEndAsync());
    }

    /// <summary>Waits until it has so much room. A program that another test starts at this moment holds what this process had open, also what has been deleted, until it runs.</summary>
    public async Task HasRoomForAsync(long bytes)
    {
        for (var looks = 0; looks < 600 && new DriveInfo(Path).AvailableFreeSpace < bytes; looks++) await Task.Delay(50);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(patience);
        process.Dispose();
        point.Dispose();
    }
}
