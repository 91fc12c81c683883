using System.ComponentModel;
using System.Diagnostics;

namespace Klapphaus.Desktop.Start;

/// <summary>
/// Programs of the platform that do one thing and end. Secrets go in by their standard input: arguments can be read by every user of a machine.
/// </summary>
static class Tool
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its name, found as the platform does.</param>
    /// <param name="arguments">Without secrets.</param>
    /// <param name="input">Goes to its standard input.</param>
    /// <param name="limit">After so long it is ended.</param>
    /// <param name="time">To measure that.</param>
    /// <param name="cancellation">Ends it, too.</param>
    /// <returns>Its exit code and what it has said; null when there is no such program, or it took too long.</returns>
    /// <exception cref="OperationCanceledException">It was no longer wanted.</exception>
    public static async Task<(int Code, string Output)?> RunAsync(
        string program, string[] arguments, string input, TimeSpan limit, TimeProvider time, CancellationToken cancellation = default)
    {
        using var process = Start(program, arguments);
        if (process is null) return null;
        using var late = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(both.Token);
            var errors = process.StandardError.ReadToEndAsync(both.Token);
            await FeedAsync(process, input, both.Token);
            await process.WaitForExitAsync(both.Token);
            await errors;
            return (process.ExitCode, await output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }

    static Process? Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                CreateNoWindow = true,
            });
        }
        catch (Win32Exception)
        {
            return null; // there is none, or it may not be run
        }
    }

    static async Task FeedAsync(Process process, string input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it has ended without reading; its exit code says why
        }
    }

    /// <summary>The full path of a program that the shell would find by its name; null for none.</summary>
    public static string? Find(string name)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path)) return path;
        }
        return null;
    }
}
