using System.Runtime.Versioning;
using System.Text;
using Klapphaus.Desktop.Start;
using Microsoft.Win32;

namespace Klapphaus.Desktop.Notices;

/// <summary>
/// Toasts of Windows, by PowerShell, whose script comes by its standard input. What the toast says is in it as base64: nothing that somebody has written becomes
/// part of the script. The buttons open links, which start this program once more, and that hands them over.
/// </summary>
[SupportedOSPlatform("windows")]
sealed class WindowsBoard(NoticeLink links, Action<Sentence> say, TimeProvider time) : INoticeBoard
{
    const string Application = "Stadtretter.Klapphaus", Group = "klapphaus";

    const string Prelude = """
        $ErrorActionPreference = 'Stop'
        [void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
        [void][Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom.XmlDocument, ContentType = WindowsRuntime]

        """;

    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);
    static readonly string[] arguments = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-Command", "-"];

    readonly Lock gate = new();
    readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    bool isKnown, hasComplained;

    public event Action<string, NoticeAct>? Acted;

    public async Task<bool> ShowAsync(NoticeFace face)
    {
        Register();
        lock (gate) keys[NoticeLink.Tag(face.Key)] = face.Key;
        return await RunAsync(Show(WindowsToast.Write(face, links), NoticeLink.Tag(face.Key)));
    }

    public async Task TakeAsync(string key)
    {
        lock (gate)
            if (!keys.Remove(NoticeLink.Tag(key))) return;
        await RunAsync($"{Prelude}[Windows.UI.Notifications.ToastNotificationManager]::History.Remove('{NoticeLink.Tag(key)}', '{Group}', '{Application}')\n");
    }

    /// <summary>A link that somebody has opened; false for one that is not of a toast that is there.</summary>
    public bool Act(string link)
    {
        if (links.Read(link) is not { } act) return false;
        string? key;
        lock (gate)
            if (!keys.Remove(act.Tag, out key)) return false;
        Acted?.Invoke(key, act.Act);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        List<string> left;
        lock (gate) left = [.. keys.Values];
        foreach (var key in left) await TakeAsync(key);
    }

    static string Show(string toast, string tag) => $$"""
        {{Prelude}}$xml = New-Object Windows.Data.Xml.Dom.XmlDocument
        $xml.LoadXml([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('{{Convert.ToBase64String(Encoding.UTF8.GetBytes(toast))}}')))
        $toast = New-Object Windows.UI.Notifications.ToastNotification $xml
        $toast.Tag = '{{tag}}'
        $toast.Group = '{{Group}}'
        [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier('{{Application}}').Show($toast)

        """;

    async Task<bool> RunAsync(string script)
    {
        if (await Tool.RunAsync("powershell", arguments, script, patience, time) is { Code: 0 }) return true;
        if (!hasComplained) say(Sentence.NoNoticeBoard);
        hasComplained = true;
        return false;
    }

    /// <summary>Windows shows toasts only of programs that it knows by name. Where a policy forbids that it is tried without.</summary>
    void Register()
    {
        if (isKnown) return;
        isKnown = true;
        _ = Arrangement.Try(() =>
        {
            using var key = Registry.CurrentUser.CreateSubKey($@"Software\Classes\AppUserModelId\{Application}");
            key.SetValue("DisplayName", "Klapphaus");
        });
    }
}
