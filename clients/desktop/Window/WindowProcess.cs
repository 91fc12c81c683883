using System.ComponentModel;
using System.Diagnostics;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Window;

/// <summary>
/// The window: a browser in app mode with a profile of its own. There is one at a time. A member stands in one place of the house, so what opens it somewhere else
/// closes the one that is open.
/// </summary>
sealed class WindowProcess(Places places, BrowserFinder finder, TimeProvider time) : IAsyncDisposable
{
    /// <summary>More arguments for the browser, for tests and for machines on which it needs some.</summary>
    const string MoreArguments = "KLAPPHAUS_BROWSER_ARGUMENTS";

    /// <summary>What a page may take to keep what it has to keep.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    static readonly TimeSpan look = TimeSpan.FromMilliseconds(50);

    readonly SemaphoreSlim turn = new(1, 1);
    Process? process;
    Task watching = Task.CompletedTask;

    /// <summary>The window has been closed, by whomever.</summary>
    public event Action? Closed;

    /// <summary>The window has been opened.</summary>
    public event Action? Opened;

    public bool IsOpen => !watching.IsCompleted;

    /// <summary>What is missing to open it; <see cref="Sentence.None"/> for nothing.</summary>
    /// <param name="chosen">The browser that the settings name, or null.</param>
    public Sentence Trouble(string? chosen) => finder.Find(chosen) is null ? BrowserFinder.Advice : Sentence.None;

    /// <summary>Opens it at a page; <see cref="Sentence.None"/>, or why it cannot.</summary>
    /// <param name="target">With the single-use code.</param>
    /// <param name="chosen">The browser that the settings name, or null.</param>
    /// <param name="language">de or en; what its pages are asked for in, as long as somebody has not chosen otherwise there.</param>
    public async Task<Sentence> OpenAsync(Uri target, string? chosen, string language)
    {
        if (finder.Find(chosen) is not { } browser) return BrowserFinder.Advice;
        await turn.WaitAsync();
        try
        {
            var folder = WindowFolder.Of(browser, places);
            var profile = Path.Combine(folder, "profile");
            await EndAsync(profile);
            OwnerOnly.MakeFolder(folder);
            OwnerOnly.MakeFolder(profile);
            FirstPreferences.Ensure(profile);
            if (!Start(browser, profile, language, new(folder, time), target)) return Sentence.BrowserFailed;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Sentence.BrowserFailed; // the disk is full, or the folder belongs to somebody else
        }
        finally
        {
            turn.Release();
        }
        Opened?.Invoke();
        return Sentence.None;
    }

    /// <summary>Closes it, if it is open.</summary>
    public async Task CloseAsync()
    {
        await turn.WaitAsync();
        try
        {
            foreach (var folder in WindowFolder.All(places)) await EndAsync(Path.Combine(folder, "profile"));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Deletes everything that the browser has kept: whoever signs out leaves nothing behind.</summary>
    public async Task ForgetAsync()
    {
        await CloseAsync();
        foreach (var folder in WindowFolder.All(places)) await DeleteAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        turn.Dispose();
    }

    bool Start(string browser, string profile, string language, OpeningPage page, Uri target)
    {
        string[] more = (Environment.GetEnvironmentVariable(MoreArguments) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(browser,
        [
            $"--app={page.Write(target).AbsoluteUri}", $"--user-data-dir={profile}", "--class=klapphaus", $"--accept-lang={language}",
            "--no-first-run", "--no-default-browser-check", .. more,
        ])
        {
            UseShellExecute = false,
        };
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            process = null;
        }
        if (process is null) page.Dispose();
        else watching = WatchAsync(process, page);
        return process is not null;
    }

    async Task WatchAsync(Process started, OpeningPage page)
    {
        using (started)
        using (page)
            await started.WaitForExitAsync();
        Closed?.Invoke();
    }

    /// <summary>Ends our browser, and one that a former run has left with the same profile: it would take the new window to itself, and we would not see it close.</summary>
    async Task EndAsync(string profile)
    {
        if (IsOpen) await EndAsync(process!);
        if (ProfileHolder.Find(profile) is not { } left) return;
        ProfileHolder.AskToEnd(left);
        for (var waited = TimeSpan.Zero; waited < patience && ProfileHolder.Find(profile) == left; waited += look) await Task.Delay(look, time);
    }

    async Task EndAsync(Process own)
    {
        Try(() =>
        {
            if (OperatingSystem.IsWindows()) own.CloseMainWindow();
            else ProfileHolder.AskToEnd(own.Id);
        });
        if (await Task.WhenAny(watching, Task.Delay(patience, time)) != watching) Try(() => own.Kill(entireProcessTree: true));
        await watching;
    }

    static void Try(Action end)
    {
        try
        {
            end();
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself meanwhile
        }
    }

    /// <summary>The last of a browser's processes may still write for a moment when the first has ended.</summary>
    async Task DeleteAsync(string folder)
    {
        for (var waited = TimeSpan.Zero; Directory.Exists(folder); waited += look)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (waited < patience)
            {
                await Task.Delay(look, time);
            }
        }
    }
}
