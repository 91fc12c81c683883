using System.Diagnostics;
using Klapphaus.Server.Start;
using StackExchange.Redis;

namespace Klapphaus.Stage;

/// <summary>A real redis-server as operators run it, by infra/redis/redis.conf, on a port and in a folder of its own.</summary>
sealed class RedisProcess : IAsyncDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    readonly TemporaryFolder data = new();
    readonly int port = Ports.Free();
    Process process = null!;

    public string ConnectionString => $"127.0.0.1:{port}";

    /// <summary>The folder of its append-only log.</summary>
    public string DataPath => data.Path;

    public IConnectionMultiplexer Store { get; private set; } = null!;

    public static async Task<RedisProcess> StartAsync()
    {
        var redis = new RedisProcess();
        await redis.RunAsync();
        redis.Store = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",abortConnect=false");
        return redis;
    }

    /// <summary>Starts it (again) on what is in its folder.</summary>
    public async Task RunAsync()
    {
        process = Process.Start(new ProcessStartInfo(
            "redis-server", [RepositoryFile.Path("infra/redis/redis.conf"), "--port", $"{port}", "--bind", "127.0.0.1", "--dir", data.Path])
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
