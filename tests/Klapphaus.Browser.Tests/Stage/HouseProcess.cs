using System.Diagnostics;
using Klapphaus.Stage;

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>The house as a process of its own, which can be killed and started again where it was.</summary>
sealed class HouseProcess : IAsyncDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    readonly TemporaryFolder data = new();
    Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{StagePorts.Free()}/");

    public static async Task<HouseProcess> OpenAsync()
    {
        var house = new HouseProcess();
        await house.StartAsync();
        return house;
    }

    /// <summary>Starts it and returns when it can be entered.</summary>
    public async Task StartAsync()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new("dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "Klapphaus.Server.dll"), "--urls", Address.AbsoluteUri, "--Klapphaus:DataPath", data.Path,
                    "--Logging:Console:LogLevel:Default", "None",
                ])
            { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        void Hear(string? line)
        {
            if (line is null) return;
            lock (said) said.Add(line);
            // the greeting names the address when everything is up
            if (line.Contains(Address.AbsoluteUri, StringComparison.Ordinal)) open.TrySetResult();
        }
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.Exited += (_, _) => open.TrySetException(new InvalidOperationException("The house ended before it was open."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await open.Task.WaitAsync(patience);
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException)
        {
            lock (said) throw new InvalidOperationException($"{e.Message} It said: {string.Join(" | ", said)}", e);
        }
    }

    /// <summary>As a power cut does: SIGKILL, no word of farewell.</summary>
    public async Task KillAsync()
    {
        if (process is not { } running) return;
        process = null;
        running.Kill();
        await running.WaitForExitAsync();
        running.Dispose();
    }

    /// <summary>It stands still while something is done, as on a machine that has too much to do.</summary>
    public async Task StandStillWhileAsync(Func<Task> something)
    {
        await SignalAsync("STOP");
        await something();
        await SignalAsync("CONT");
    }

    async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        data.Dispose();
    }
}
