using System.Diagnostics;
using Klapphaus.Client;

namespace Klapphaus.Stage;

/// <summary>The real house as a process of its own, that can be killed and started again on the same data and port.</summary>
sealed class HouseProcess : IAsyncDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(90);

    readonly TemporaryFolder data = new();
    readonly int port = StagePorts.Free();
    readonly string[] settings;
    readonly List<(long When, string Line)> said = [];
    Process process = null!;

    readonly string host;
    readonly string[] before;

    HouseProcess(string host, string[] before, string[] settings) => (this.host, this.before, this.settings) = (host, before, settings);

    public Uri Address => new($"http://{host}:{port}");

    public string DataPath => data.Path;

    public int Id => process.Id;

    public bool IsRunning => !process.HasExited;

    /// <summary>Everything that it has said so far, over all its runs.</summary>
    public string Said
    {
        get { lock (said) return string.Join('\n', said.Select(s => s.Line)); }
    }

    /// <summary>When it last said something with this in it; 0 for never. Comparable between processes.</summary>
    public long LastLine(string part)
    {
        lock (said) return said.LastOrDefault(s => s.Line.Contains(part, StringComparison.Ordinal)).When;
    }

    /// <summary>Each line in which it says that something went wrong.</summary>
    public IReadOnlyList<string> Faults
    {
        get { lock (said) return [.. said.Select(s => s.Line).Where(l => l.StartsWith("fail:", StringComparison.Ordinal) || l.StartsWith("crit:", StringComparison.Ordinal))]; }
    }

    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static Task<HouseProcess> StartAsync(DrawnHouse plans, params string[] settings) => StartOnAsync("127.0.0.1", [], plans, settings);

    /// <summary>Starts it on another host of this machine.</summary>
    /// <param name="host">The address at which it listens.</param>
    /// <param name="before">The words that run a program there.</param>
    /// <param name="plans">Its rooms.</param>
    /// <param name="settings">More of its command line.</param>
    public static async Task<HouseProcess> StartOnAsync(string host, string[] before, DrawnHouse plans, params string[] settings)
    {
        var house = new HouseProcess(host, before, settings);
        plans.WriteTo(Path.Combine(house.data.Path, "house"));
        try
        {
            await house.StartAsync();
        }
        catch
        {
            await house.DisposeAsync(); // or it would go on beside all tests that follow
            throw;
        }
        return house;
    }

    /// <summary>Starts it (again), and returns when it can be entered.</summary>
    /// <param name="more">Settings that count from now on, instead of those from before.</param>
    public async Task StartAsync(params string[] more)
    {
        process = Launch(before, ["--urls", Address.AbsoluteUri, "--Klapphaus:DataPath", data.Path, .. settings, .. more]);
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
        lock (said) said.Add((Stopwatch.GetTimestamp(), line));
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

    /// <summary>What the operator gives to an organiser.</summary>
    public string Invitation => Said.Split("#invitation=")[^1].Split('\n')[0].Trim();

    /// <summary>Somebody who waits as long for an answer as a machine needs on which others work as well.</summary>
    public HouseClientOptions Options(string name) => new() { Address = Address, Name = name, CallTimeout = TimeSpan.FromSeconds(30) };

    /// <summary>The organiser, in a room.</summary>
    public async Task<Person> EnterAsOrganiser(string name, string room)
    {
        var person = new Person(await HouseConnection.ConnectAsync(Options(name) with { Invitation = Invitation }));
        await person.Enter(room);
        return person;
    }

    public async Task<Person> Enter(string name, string room, Uri? by = null)
    {
        var person = new Person(await HouseConnection.ConnectAsync(Options(name) with { Address = by ?? Address }));
        await person.Enter(room);
        return person;
    }

    /// <summary>The same at a time when the house may not answer yet.</summary>
    public async Task<Person> EnterPatiently(string name, string room, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        var person = new Person(await HouseConnection.ConnectAsync(Options(name)));
        while (!(await person.Connection.EnterAsync(room)).Granted)
            if (clock.Elapsed > limit) throw new TimeoutException($"{name} was not let into {room} within {limit.TotalSeconds:0} s.");
        return person;
    }

    /// <summary>Comes to the house without entering a room.</summary>
    public async Task<Person> Arrive(string name, string? token) =>
        new(await HouseConnection.ConnectAsync(Options(name) with { Token = token }));

    /// <summary>Runs the program to its end: what it says, and how it ends.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, string language = "de_DE.UTF-8")
    {
        using var run = Launch([], arguments, language);
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
        Keep();
        process.Dispose();
        data.Dispose();
    }

    /// <summary>Writes what it has said, each line with the second of the machine's clock, into the folder of KLAPPHAUS_LOGS.</summary>
    void Keep()
    {
        if (Environment.GetEnvironmentVariable("KLAPPHAUS_LOGS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        lock (said) File.WriteAllLines(Path.Combine(folder, $"house-{port}.log"), said.Select(s => $"{(double)s.When / Stopwatch.Frequency:0.000} {s.Line}"));
    }

    static Process Launch(string[] before, string[] arguments, string language = "de_DE.UTF-8")
    {
        string[] line = [.. before, "dotnet", Path.Combine(AppContext.BaseDirectory, "Klapphaus.Server.dll"), .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
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
