using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Notices;

/// <summary>
/// macOS by <c>osascript</c>: an alert with two buttons for a call, a notification for everything else. The script goes in by the standard input. A notification says
/// nothing of what becomes of it; only a program in a signed bundle could ask.
/// </summary>
sealed class MacBoard(Action<Sentence> say, TimeProvider time) : INoticeBoard
{
    const string Program = "osascript";

    static readonly string[] fromInput = ["-"];

    /// <summary>Longer than the house calls a host.</summary>
    static readonly TimeSpan longest = TimeSpan.FromSeconds(120);

    readonly Lock gate = new();
    readonly Dictionary<string, CancellationTokenSource> alerts = new(StringComparer.Ordinal);
    bool hasComplained;

    public event Action<string, NoticeAct>? Acted;

    public async Task<bool> ShowAsync(NoticeFace face)
    {
        await TakeAsync(face.Key);
        if (face.IsCall)
        {
            var taken = new CancellationTokenSource();
            lock (gate) alerts[face.Key] = taken;
            _ = AlertAsync(face, taken);
            return true; // what becomes of it is said when it ends
        }
        if (await Tool.RunAsync(Program, fromInput, $"display notification {Quote(face.Text)} with title {Quote(face.Title)}\n", longest, time) is { Code: 0 }) return true;
        Complain();
        return false;
    }

    public async Task TakeAsync(string key)
    {
        CancellationTokenSource? alert;
        lock (gate) alerts.Remove(key, out alert);
        if (alert is not null) await alert.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        List<string> keys;
        lock (gate) keys = [.. alerts.Keys];
        foreach (var key in keys) await TakeAsync(key);
    }

    /// <summary>The script of an alert; it prints which button was pressed.</summary>
    public static string Alert(NoticeFace face) =>
        $"display alert {Quote(face.Title)} message {Quote(face.Text)} buttons {{{Quote(face.Decline)}, {Quote(face.Accept)}}} "
        + $"default button 2 giving up after {longest.TotalSeconds:0}\n";

    async Task AlertAsync(NoticeFace face, CancellationTokenSource taken)
    {
        using (taken)
        {
            try
            {
                var run = await Tool.RunAsync(Program, fromInput, Alert(face), longest + longest, time, taken.Token);
                lock (gate)
                    if (!alerts.Remove(face.Key)) return;
                if (run is not { Code: 0 }) Complain();
                Acted?.Invoke(face.Key, Read(run, face));
            }
            catch (OperationCanceledException)
            {
                // taken away: another has gone there
            }
        }
    }

    /// <summary>Only a button that was pressed is an answer. A script that failed, for want of a screen or of permission, has asked nobody.</summary>
    public static NoticeAct Read((int Code, string Output)? run, NoticeFace face)
    {
        if (run is not { Code: 0 } said || said.Output.Contains("gave up:true", StringComparison.Ordinal)) return NoticeAct.Close;
        return Pressed(face.Accept) ? NoticeAct.Accept : Pressed(face.Decline) ? NoticeAct.Decline : NoticeAct.Close;

        bool Pressed(string button) => said.Output.Contains($"button returned:{button},", StringComparison.Ordinal);
    }

    /// <summary>A text of AppleScript, in which nothing ends it but its end.</summary>
    public static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    void Complain()
    {
        if (hasComplained) return;
        hasComplained = true;
        say(Sentence.NoNoticeBoard);
    }
}
