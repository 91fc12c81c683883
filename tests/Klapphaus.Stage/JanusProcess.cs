using System.Diagnostics;
using System.Net.Sockets;

namespace Klapphaus.Stage;

/// <summary>A real Janus as operators run it, by infra/janus with secrets put in, on a port and in a folder of its own.</summary>
sealed class JanusProcess : IAsyncDisposable
{
    /// <summary>What infra/secrets.sh would have made.</summary>
    public const string RoomKey = "schluessel-der-raeume";
    public const string TokenSecret = "geheimnis-der-anfragen";

    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    readonly TemporaryFolder folder = new();
    readonly int port = StagePorts.Free();
    Process? process;

    public string Url => $"ws://127.0.0.1:{port}";

    /// <summary>The command line of a house that uses it.</summary>
    public string[] Settings => ["--Klapphaus:JanusUrl", Url, "--Klapphaus:JanusKey", RoomKey, "--Klapphaus:JanusSecret", TokenSecret];

    /// <param name="address">Where it takes sound and picture; of this machine alone it takes none (its ICE leaves the loopback out).</param>
    public static async Task<JanusProcess> StartAsync(string? address = null)
    {
        var janus = new JanusProcess();
        janus.Write(address);
        await janus.RunAsync();
        return janus;
    }

    /// <summary>Starts it (again).</summary>
    public async Task RunAsync()
    {
        process = Process.Start(new ProcessStartInfo("janus", ["--disable-colors", "--log-stdout", "-F", folder.Path]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        for (var since = TimeProvider.System.GetTimestamp(); !await IsOpenAsync(); await Task.Delay(TimeSpan.FromMilliseconds(30)))
        {
            if (TimeProvider.System.GetElapsedTime(since) < patience) continue;
            process.Kill();
            throw new InvalidOperationException($"Janus was not open in time. It said: {await said}");
        }
    }

    /// <summary>As a machine that fails.</summary>
    public async Task KillAsync()
    {
        if (process is not { } running) return;
        process = null;
        running.Kill();
        await running.WaitForExitAsync().WaitAsync(patience);
        running.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        folder.Dispose();
    }

    void Write(string? address)
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryFile.Path("infra/janus")))
        {
            var text = File.ReadAllText(file)
                .Replace("@JANUS_ROOM_KEY@", RoomKey, StringComparison.Ordinal)
                .Replace("@JANUS_TOKEN_SECRET@", TokenSecret, StringComparison.Ordinal)
                .Replace("@JANUS_ADMIN_SECRET@", "nichts", StringComparison.Ordinal)
                .Replace("configs_folder = \"/etc/klapphaus/janus\"", $"configs_folder = \"{folder.Path}\"", StringComparison.Ordinal)
                .Replace("ws_port = 8188", $"ws_port = {port}", StringComparison.Ordinal);
            if (address is not null) text = text.Replace("nat: {", $"nat: {{\n\tice_enforce_list = \"{address}\"", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder.Path, Path.GetFileName(file)), text);
        }
    }

    async Task<bool> IsOpenAsync()
    {
        if (process!.HasExited) throw new InvalidOperationException($"Janus ended with code {process.ExitCode} before it was open.");
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
