using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Live;

/// <summary>The desktop program as a process, as its user starts it.</summary>
[UnsupportedOSPlatform("windows")]
sealed class DesktopProcess : IAsyncDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly StringBuilder said = new();

    DesktopProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool IsRunning => !process.HasExited;

    public string Said { get { lock (said) return said.ToString(); } }

    /// <summary>Starts it, and does not wait for anything.</summary>
    public static DesktopProcess Start(DesktopUser user, params string[] arguments) => new(Launch(user, arguments));

    /// <summary>Starts it, and waits until it answers.</summary>
    public static async Task<DesktopProcess> StartAsync(DesktopUser user, params string[] arguments)
    {
        var program = Start(user, arguments);
        await program.WaitUntilAsync(async () => (await RunAsync(user, "status")).Code == 0, "the program answers");
        return program;
    }

    /// <summary>Runs it to its end: what it says, and how it ends.</summary>
    public static Task<(int Code, string Output, string Errors)> RunAsync(DesktopUser user, params string[] arguments) => TypeAsync(user, "", arguments);

    /// <summary>The same, with something typed.</summary>
    public static async Task<(int Code, string Output, string Errors)> TypeAsync(DesktopUser user, string input, params string[] arguments)
    {
        using var run = Launch(user, arguments);
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        await run.StandardInput.WriteAsync(input);
        run.StandardInput.Close();
        try
        {
            await run.WaitForExitAsync().WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            run.Kill(entireProcessTree: true);
            throw;
        }
        return (run.ExitCode, await output, await errors);
    }

    /// <summary>Waits for something outside of this process.</summary>
    public async Task WaitUntilAsync(Func<Task<bool>> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed > patience) throw new TimeoutException($"Waited until {what}. The program {(IsRunning ? "runs" : $"ended with {process.ExitCode}")} and said: {Said}");
            await Task.Delay(100);
        }
    }

    /// <summary>Waits until it has ended, and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(patience);
        return process.ExitCode;
    }

    /// <summary>As a machine that falls asleep; <see cref="Wake"/> lets it go on.</summary>
    public void Sleep() => Signal("STOP");

    public void Wake() => Signal("CONT");

    public Task KillAsync()
    {
        process.Kill();
        return process.WaitForExitAsync().WaitAsync(patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            Signal("CONT");
            Signal("TERM");
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(15)));
            if (IsRunning) await KillAsync();
        }
        process.Dispose();
    }

    static Process Launch(DesktopUser user, string[] arguments)
    {
        // built beside this suite, in the same configuration
        var here = Path.GetRelativePath(RepositoryFile.Path("tests/Klapphaus.Desktop.Tests"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(RepositoryFile.Path("clients/desktop"), here, "klapphaus.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in user.Environment)
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        return Process.Start(start)!;
    }

    void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
    }

    void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }
}
