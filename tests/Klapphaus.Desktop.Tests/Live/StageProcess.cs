using System.Diagnostics;

namespace Klapphaus.Desktop.Tests.Live;

/// <summary>A program of the stage: a display, a bus, a notification daemon.</summary>
sealed class StageProcess : IDisposable
{
    readonly Process process;

    StageProcess(Process process) => this.process = process;

    /// <summary>Starts one.</summary>
    /// <param name="environment">More than the test's own.</param>
    /// <param name="line">The program and its arguments.</param>
    public static StageProcess Start(IReadOnlyDictionary<string, string?> environment, params string[] line) => new(Process.Start(Describe(environment, line))!);

    /// <summary>The first line that it says, when it is ready.</summary>
    public Task<string?> FirstLineAsync() => process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Runs a program to its end, and gives what it says; fails with its words when it fails.</summary>
    public static async Task<string> RunAsync(IReadOnlyDictionary<string, string?> environment, params string[] line)
    {
        using var run = Process.Start(Describe(environment, line))!;
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', line)} ended with {run.ExitCode}: {await errors}");
        return await output;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    static ProcessStartInfo Describe(IReadOnlyDictionary<string, string?> environment, string[] line)
    {
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        return start;
    }
}
