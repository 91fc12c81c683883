using System.Diagnostics;
using System.Text;
using Klapphaus.Desktop.Members;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>
/// The real program in a pseudo terminal of 24 rows and 80 columns, signed in as somebody. What it writes is shown on a <see cref="TerminalScreen"/>, and kept as it came.
/// </summary>
sealed class PseudoTerminal : IAsyncDisposable
{
    const int Rows = 24, Columns = 80;

    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    /// <summary>A script does many things one after the other, and none of them is judged by its time.</summary>
    static readonly TimeSpan scriptPatience = TimeSpan.FromSeconds(120);

    readonly Process process;
    readonly string home;
    readonly StringBuilder written = new();
    readonly TerminalScreen screen = new(Rows, Columns);
    readonly Lock gate = new();
    // What a test presses and what the terminal answers come from two threads, and go one after the other.
    readonly SemaphoreSlim keyboard = new(1, 1);
    readonly Task reading;
    TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    PseudoTerminal(Process process, string home)
    {
        (this.process, this.home) = (process, home);
        reading = Task.Run(ReadAsync);
    }

    /// <summary>Everything that came, as a line mode needs it: without the returns of the terminal.</summary>
    public string Written { get { lock (gate) return written.ToString().Replace("\r", "", StringComparison.Ordinal); } }

    /// <summary>What stands there now.</summary>
    public string[] Lines { get { lock (gate) return screen.Lines; } }

    /// <summary>The choice that is marked in the panel; null while it is drawn.</summary>
    public string? Marked => Lines.Select(line => line.Split("> ")).Where(parts => parts.Length == 2 && parts[0].EndsWith('║')).ToList() is [[_, var choice]] ? choice.TrimEnd('║', ' ') : null;

    /// <summary>Starts the program in a pseudo terminal.</summary>
    /// <param name="house">Where somebody is signed in.</param>
    /// <param name="token">As whom.</param>
    /// <param name="arguments">Behind the program's name.</param>
    public static async Task<PseudoTerminal> OpenAsync(Uri house, string token, string arguments)
    {
        var own = await SignInAsync(house, token);
        // script is a terminal to the program, and a pipe to us; -e gives on how the program ended.
        var start = Start("script", own, "-qefc", $"stty rows {Rows} cols {Columns}; exec dotnet '{Program}' {arguments}", "/dev/null");
        return new(Process.Start(start)!, own);
    }

    /// <summary>Runs the program without a terminal, as a script does, to its end.</summary>
    /// <param name="house">Where somebody is signed in.</param>
    /// <param name="token">As whom.</param>
    /// <param name="arguments">Behind the program's name.</param>
    /// <param name="input">The script.</param>
    /// <param name="until">The script is at its end no earlier than this; null for at once.</param>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(Uri house, string token, string arguments, string input, Task? until = null)
    {
        var own = await SignInAsync(house, token);
        try
        {
            var start = Start("dotnet", own, [Program, .. arguments.Split(' ')]);
            start.RedirectStandardError = true;
            using var run = Process.Start(start)!;
            var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
            await run.StandardInput.WriteAsync(input);
            if (until is not null)
            {
                await run.StandardInput.FlushAsync();
                await until;
            }
            run.StandardInput.Close();
            try
            {
                await run.WaitForExitAsync().WaitAsync(scriptPatience);
            }
            catch (TimeoutException)
            {
                run.Kill(entireProcessTree: true);
                Assert.Fail($"The script was not at its end after {scriptPatience.TotalSeconds} s. It said: {await output} {await errors}");
            }
            return (run.ExitCode, await output, await errors);
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }
    }

    /// <summary>Types a line and presses Enter.</summary>
    public Task TypeAsync(string line) => PressAsync(line + "\r");

    /// <summary>Presses keys, as a terminal sends them.</summary>
    public async Task PressAsync(string keys)
    {
        await keyboard.WaitAsync();
        try
        {
            await process.StandardInput.WriteAsync(keys);
            await process.StandardInput.FlushAsync();
        }
        finally
        {
            keyboard.Release();
        }
    }

    /// <summary>Waits until something was written since a place in all that was written.</summary>
    /// <returns>The place behind it.</returns>
    public async Task<int> ReadsAsync(string text, int from = 0)
    {
        await WaitUntilAsync(() => Written.IndexOf(text, from, StringComparison.Ordinal) >= 0, $"it says: {text}");
        return Written.IndexOf(text, from, StringComparison.Ordinal) + text.Length;
    }

    /// <summary>Waits until something stands on the screen.</summary>
    public Task SeesAsync(string text) => WaitUntilAsync(() => Array.Exists(Lines, line => line.Contains(text, StringComparison.Ordinal)), $"the screen shows: {text}");

    public async Task WaitUntilAsync(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Interlocked.Exchange(ref news, next);
            if (condition()) return;
            try
            {
                await next.Task.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Waited until {what}. Instead the screen was:\n{string.Join('\n', Lines)}\nand the last that came: {Tail()}");
            }
            Assert.False(reading.IsCompleted && !condition(), $"Waited until {what}. The program has ended instead, and wrote: {Tail()}");
        }
    }

    /// <summary>Waits until the program has ended.</summary>
    public async Task<int> EndsAsync()
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(patience);
            // what it wrote last may still be on its way
            await reading.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The program did not end. The screen was:\n{string.Join('\n', Lines)}");
        }
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await reading;
        keyboard.Dispose();
        process.Dispose();
        Directory.Delete(home, recursive: true);
    }

    /// <summary>Built beside the suite that this is part of, in the same configuration.</summary>
    static string Program => Path.Combine(
        RepositoryFile.Path("clients/desktop"), Path.GetRelativePath(RepositoryFile.Path($"tests/{typeof(PseudoTerminal).Assembly.GetName().Name}"), AppContext.BaseDirectory), "klapphaus.dll");

    /// <summary>As the program keeps a sign-in; the folder is then its own.</summary>
    static async Task<string> SignInAsync(Uri house, string token)
    {
        var own = Directory.CreateTempSubdirectory("klapphaus-text-").FullName;
        await new FileVault(Path.Combine(own, "klapphaus-desktop", "session")).KeepAsync(new(house, new(token), TimeProvider.System.GetUtcNow()), CancellationToken.None);
        return own;
    }

    static ProcessStartInfo Start(string program, string own, params string[] arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = utf8, StandardOutputEncoding = utf8, UseShellExecute = false,
        };
        foreach (var variable in new[] { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR" }) start.Environment[variable] = own;
        // No keyring of whoever runs the tests, and no colours of their terminal.
        start.Environment.Remove("DBUS_SESSION_BUS_ADDRESS");
        start.Environment.Remove("LC_ALL");
        (start.Environment["TERM"], start.Environment["LANG"], start.Environment["SHELL"]) = ("xterm-256color", "C.UTF-8", "/bin/sh");
        return start;
    }

    async Task ReadAsync()
    {
        var piece = new char[4096];
        while (await process.StandardOutput.ReadAsync(piece) is > 0 and var count)
        {
            string answers;
            lock (gate)
            {
                written.Append(piece, 0, count);
                answers = screen.Feed(new(piece, 0, count));
            }
            if (answers.Length > 0) await AnswerAsync(answers);
            Volatile.Read(ref news).TrySetResult();
        }
        Volatile.Read(ref news).TrySetResult();
    }

    /// <summary>A program that has just ended asks no more.</summary>
    async Task AnswerAsync(string answers)
    {
        if (process.HasExited) return;
        try
        {
            await PressAsync(answers);
        }
        catch (IOException)
        {
            // It has ended between the question and the answer.
        }
    }

    string Tail()
    {
        var all = Written;
        return all[Math.Max(0, all.Length - 2000)..].Replace("\e", "␛", StringComparison.Ordinal);
    }
}
