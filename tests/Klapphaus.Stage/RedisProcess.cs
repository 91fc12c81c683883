using System.Diagnostics;
using StackExchange.Redis;

namespace Klapphaus.Stage;

/// <summary>A real redis-server as operators run it, by infra/redis/redis.conf, on a port and in a folder of its own.</summary>
sealed class RedisProcess : IAsyncDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    readonly TemporaryFolder data = new();
    readonly int port = StagePorts.Free();
    Process process = null!;

    readonly string address;

    RedisProcess(string address) => this.address = address;

    public string ConnectionString => $"{address}:{port}";

    /// <summary>The folder of its append-only log.</summary>
    public string DataPath => data.Path;

    public IConnectionMultiplexer Store { get; private set; } = null!;

    /// <param name="address">Where it listens; beside this machine's own only where nobody else is.</param>
    public static async Task<RedisProcess> StartAsync(string address = "127.0.0.1")
    {
        var redis = new RedisProcess(address);
        await redis.RunAsync();
        redis.Store = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",abortConnect=false");
        return redis;
    }

    /// <summary>Starts it (again) on what is in its folder.</summary>
    public async Task RunAsync()
    {
        process = Process.Start(new ProcessStartInfo(
            "redis-server", [RepositoryFile.Path("infra/redis/redis.conf"), "--port", $"{port}", "--bind", address, "--protected-mode", address == "127.0.0.1" ? "yes" : "no", "--dir", data.Path])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        using var limit = new CancellationTokenSource(patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line && !line.Contains("Ready to accept connections", StringComparison.Ordinal)) { }
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>As a machine that fails.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(patience);
        process.Dispose();
    }

    /// <summary>Copies its files while it runs, as a backup does.</summary>
    public void CopyTo(string folder) => Copy(data.Path, folder);

    /// <summary>As a disk that is lost: it dies, its files are gone, and it starts on a copy that is older.</summary>
    public async Task ReplaceAsync(string folder)
    {
        await KillAsync();
        foreach (var lost in Directory.EnumerateFileSystemEntries(data.Path))
            if (Directory.Exists(lost)) Directory.Delete(lost, recursive: true);
            else File.Delete(lost);
        Copy(folder, data.Path);
        await RunAsync();
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>It answers nobody any more, and nobody is told.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (Store is not null) await Store.DisposeAsync();
        await KillAsync();
        data.Dispose();
    }
}
