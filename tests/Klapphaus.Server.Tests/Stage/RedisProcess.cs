using System.Diagnostics;
using Klapphaus.Server.Start;
using StackExchange.Redis;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>A real redis-server on a port and in a folder of its own.</summary>
sealed class RedisProcess : IAsyncDisposable
{
    readonly TemporaryFolder data = new();
    readonly int port = Ports.Free();
    readonly Process process;

    RedisProcess() => process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--dir", data.Path, "--save", "", "--appendonly", "no"])
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;

    public string ConnectionString => $"127.0.0.1:{port}";

    public IConnectionMultiplexer Store { get; private set; } = null!;

    public static async Task<RedisProcess> StartAsync()
    {
        var redis = new RedisProcess();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (await redis.process.StandardOutput.ReadLineAsync(limit.Token) is { } line && !line.Contains("Ready to accept connections", StringComparison.Ordinal)) { }
        _ = redis.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        redis.Store = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        return redis;
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
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        data.Dispose();
    }
}
