using System.Diagnostics;
using Klapphaus.Client;
using Klapphaus.Server.Start;

namespace Klapphaus.Stage;

/// <summary>The real house as a process of its own, that can be killed and started again on the same data and port.</summary>
sealed class HouseProcess : IAsyncDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    readonly TemporaryFolder data = new();
    readonly int port = Ports.Free();
    readonly string[] settings;
    readonly List<string> said = [];
    Process process = null!;

    HouseProcess(string[] settings) => this.settings = settings;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public string DataPath => data.Path;

    public int Id => process.Id;

    public bool IsRunning => !process.HasExited;

    /// <summary>Everything that it has said so far, over all its runs.</summary>
    public string Said
    {
        get { lock (said) return string.Join('\n', said); }
    }

    public static async Task<HouseProcess> StartAsync(DrawnHouse plans, params string[] settings)
    {
        var house = new HouseProcess(settings);
        plans.WriteTo(Path.Combine(house.data.Path, "house"));
        await house.StartAsync();
        return house;
    }

    /// <summary>Starts it (again), and returns when it can be entered.</summary>
    public async Task StartAsync()
    {
        process = Launch(["--urls", $"http://127.0.0.1:{port}", "--Klapphaus:DataPath", data.Path, .. settings]);
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, e) => Hear(e.Data, open);
        process.ErrorDataReceived += (_, e) => Hear(e.Data, open);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        try
        {
            if (await Task.WhenAny(open.Task, ended).WaitAsync(patience) != ended) return;
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"The house did not open. It said: {Said}", late);
        }
        throw new InvalidOperationException($"The house did not open. It said: {Said}");
    }

    /// <summary>Stops the process as a machine that hangs; <see cref="Thaw"/> lets it go on.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    void Hear(string? line, TaskCompletionSource open)
    {
        if (line is null) return;
        lock (said) said.Add(line);
        // what tells the operator that everything is up: an invitation, or where the state of a silo is to be seen
        if (line.Contains("#invitation=", StringComparison.Ordinal) || line.Contains("healthz/ready", StringComparison.Ordinal)) open.TrySetResult();
    }

    void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>As a machine that fails: without a word.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(patience);
    }

    /// <summary>As an operator stops it; gives the exit code.</summary>
    public async Task<int> StopAsync()
    {
        Signal("TERM");
        await process.WaitForExitAsync().WaitAsync(patience);
        return process.ExitCode;
    }

    public async Task<Person> Enter(string name, string room, Uri? by = null)
    {
        var person = new Person(await HouseConnection.ConnectAsync(new() { Address = by ?? Address, Name = name }));
        await person.Enter(room);
        return person;
    }

    /// <summary>Runs the program to its end: what it says, and how it ends.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, string language = "de_DE.UTF-8")
    {
        using var run = Launch(arguments, language);
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        try
        {
            await run.WaitForExitAsync().WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            run.Kill();
            throw;
        }
        return (run.ExitCode, await output, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        data.Dispose();
    }

    static Process Launch(string[] arguments, string language = "de_DE.UTF-8")
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Klapphaus.Server.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["LANG"] = language;
        start.Environment.Remove("LC_ALL");
        return Process.Start(start)!;
    }
}
