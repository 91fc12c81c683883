using System.Net;
using Klapphaus.Desktop.Start;
using Tmds.DBus.Protocol;

namespace Klapphaus.Desktop.Notices;

/// <summary>
/// The notification daemon of a Linux desktop (<c>org.freedesktop.Notifications</c>, specification 1.2). The line to the bus is opened with the first notice, and anew
/// when it was lost. A daemon that is started anew knows nothing of the notices before it, and gives their numbers to those of other programs.
/// </summary>
/// <param name="say">Hears, once, that there is none.</param>
/// <param name="time">To give up by.</param>
sealed class LinuxBoard(Action<Sentence> say, TimeProvider time) : INoticeBoard
{
    const string Service = "org.freedesktop.Notifications", Interface = Service, Place = "/org/freedesktop/Notifications";
    const string Bus = "org.freedesktop.DBus", BusPlace = "/org/freedesktop/DBus";
    const string Accept = "accept", Decline = "decline", Default = "default";

    /// <summary>Of the signal that a notice has been closed: by us.</summary>
    const uint ClosedByUs = 3;

    const int Never = 0, AsTheDaemonLikes = -1;
    const byte Normal = 1, Critical = 2;

    /// <summary>A daemon that hangs may not keep the next notice from being tried, and the program from ending.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim turn = new(1, 1);
    readonly Lock gate = new();
    readonly Dictionary<string, Shown> ids = new(StringComparer.Ordinal);
    DBusConnection? bus;

    /// <summary>The bus' own name of the daemon, empty while there is none; null as long as it has not changed since the line was opened.</summary>
    string? owner;
    bool isKnown, hasActions, hasMarkup, hasComplained;

    public event Action<string, NoticeAct>? Acted;

    public event Action? Emptied;

    public event Action? Ready;

    public async Task<bool> ShowAsync(NoticeFace face)
    {
        await turn.WaitAsync();
        try
        {
            var line = await LineAsync();
            uint before;
            lock (gate) before = ids.GetValueOrDefault(face.Key).Id;
            var (id, by) = await NotifyAsync(line, face, before);
            lock (gate)
            {
                if (owner is not null && owner != by) return false; // it has gone with its daemon
                ids[face.Key] = new(id, face.IsCall);
            }
            return true;
        }
        catch (Exception failure) when (IsMissing(failure))
        {
            Complain();
            return false;
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task TakeAsync(string key)
    {
        await turn.WaitAsync();
        try
        {
            Shown shown;
            lock (gate)
                if (!ids.Remove(key, out shown)) return;
            await CloseAsync(await LineAsync(), shown.Id);
        }
        catch (Exception failure) when (IsMissing(failure))
        {
            // it has gone with its daemon, or by itself
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<string> keys;
        lock (gate) keys = [.. ids.Keys];
        // at once: one that hangs is waited for only one time
        await Task.WhenAll(keys.Select(TakeAwayAsync));
        bus?.Dispose();
    }

    Task TakeAwayAsync(string key)
    {
        Shown shown;
        lock (gate)
            if (!ids.Remove(key, out shown)) return Task.CompletedTask;
        return TakeAwayAsync(shown.Id);
    }

    /// <summary>Shows it, and gives its number and the daemon's name. One that a daemon shows later than it is waited for is taken away then: it may have been answered elsewhere, or be shown twice.</summary>
    async Task<(uint Id, string By)> NotifyAsync(DBusConnection line, NoticeFace face, uint before)
    {
        var shown = line.CallMethodAsync(Notify(line, face, before), static (Message reply, object? _) => (reply.GetBodyReader().ReadUInt32(), reply.SenderAsString ?? ""));
        try
        {
            return await shown.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            _ = TakeLateAsync(line, shown);
            throw;
        }
    }

    async Task TakeLateAsync(DBusConnection line, Task<(uint Id, string By)> shown)
    {
        try
        {
            var late = (await shown).Id;
            // the next try may have got the same number, and stands there
            lock (gate)
                if (ids.Values.Any(each => each.Id == late)) return;
            await CloseAsync(line, late);
        }
        catch (Exception failure) when (IsMissing(failure))
        {
            // it was never shown
        }
    }

    Task CloseAsync(DBusConnection line, uint id) => line.CallMethodAsync(Close(line, id)).WaitAsync(patience, time);

    /// <summary>The line to the bus, with its ears open.</summary>
    async Task<DBusConnection> LineAsync()
    {
        if (bus is not null)
        {
            if (!isKnown) await LearnAsync(bus);
            return bus;
        }
        var line = new DBusConnection(DBusAddress.Session ?? throw new DBusConnectFailedException("There is no session bus."));
        try
        {
            await line.ConnectAsync().AsTask().WaitAsync(patience, time);
            await ListenAsync(line).WaitAsync(patience, time);
            await LearnAsync(line);
        }
        catch
        {
            line.Dispose();
            throw;
        }
        _ = ForgetAsync(line);
        return bus = line;
    }

    /// <summary>What this daemon can do; the next may be another program.</summary>
    async Task LearnAsync(DBusConnection line)
    {
        var abilities = await line.CallMethodAsync(Ask(line), static (Message reply, object? _) => reply.GetBodyReader().ReadArrayOfString()).WaitAsync(patience, time);
        (isKnown, hasActions, hasMarkup) = (true, abilities.Contains("actions"), abilities.Contains("body-markup"));
    }

    async Task ListenAsync(DBusConnection line)
    {
        await line.WatchSignalAsync(Service, Place, Interface, "ActionInvoked", static (Message signal, object? _) => ReadAction(signal), Hear, ObserverFlags.None, false);
        await line.WatchSignalAsync(Service, Place, Interface, "NotificationClosed", static (Message signal, object? _) => ReadClosed(signal), Hear, ObserverFlags.None, false);
        var changes = new MatchRule { Type = MessageType.Signal, Sender = Bus, Path = BusPlace, Interface = Bus, Member = "NameOwnerChanged", Arg0 = Service };
        await line.AddMatchAsync(changes, static (Message signal, object? _) => ReadOwner(signal), HearOwner, false, ObserverFlags.None);
    }

    /// <summary>A line that was lost takes all notices with it.</summary>
    async Task ForgetAsync(DBusConnection line)
    {
        await line.DisconnectedAsync();
        await turn.WaitAsync();
        if (bus == line) bus = null;
        lock (gate)
        {
            ids.Clear();
            owner = null;
        }
        turn.Release();
        line.Dispose();
        Emptied?.Invoke();
    }

    /// <summary>The daemon's name before and after; empty for none. Null for what cannot be read.</summary>
    static (string Before, string Now)? ReadOwner(Message signal)
    {
        if (signal.SignatureAsString != "sss") return null;
        var reader = signal.GetBodyReader();
        _ = reader.ReadString();
        return (reader.ReadString(), reader.ReadString());
    }

    void HearOwner(Notification<(string Before, string Now)?> heard)
    {
        if (!heard.HasValue || heard.Value is not { } change) return;
        lock (gate)
        {
            ids.Clear();
            owner = change.Now;
            isKnown = false;
        }
        // one that comes where there was none has nothing to lose: our own first notice may have started it
        if (change.Before.Length > 0) Emptied?.Invoke();
        if (change.Now.Length > 0) Ready?.Invoke();
    }

    static MessageBuffer Ask(DBusConnection line)
    {
        using var writer = line.GetMessageWriter();
        writer.WriteMethodCallHeader(Service, Place, Interface, "GetCapabilities");
        return writer.CreateMessage();
    }

    MessageBuffer Notify(DBusConnection line, NoticeFace face, uint before)
    {
        using var writer = line.GetMessageWriter();
        writer.WriteMethodCallHeader(Service, Place, Interface, "Notify", "susssasa{sv}i");
        writer.WriteString("Klapphaus");
        writer.WriteUInt32(before);
        writer.WriteString("klapphaus");
        writer.WriteString(face.Title);
        writer.WriteString(hasMarkup ? WebUtility.HtmlEncode(face.Text) : face.Text);
        writer.WriteArray(Actions(face));
        writer.WriteDictionary(Hints(face));
        writer.WriteInt32(face.IsCall ? Never : AsTheDaemonLikes);
        return writer.CreateMessage();
    }

    static MessageBuffer Close(DBusConnection line, uint id)
    {
        using var writer = line.GetMessageWriter();
        writer.WriteMethodCallHeader(Service, Place, Interface, "CloseNotification", "u");
        writer.WriteUInt32(id);
        return writer.CreateMessage();
    }

    /// <summary>Pairs of a name and a label. A call has no default: nobody accepts one by clicking it away.</summary>
    string[] Actions(NoticeFace face) => !hasActions ? [] : face.IsCall ? [Accept, face.Accept, Decline, face.Decline] : [Default, face.Accept];

    static Dictionary<string, VariantValue> Hints(NoticeFace face) => new(StringComparer.Ordinal)
    {
        ["urgency"] = face.IsCall ? Critical : Normal,
        ["category"] = face.IsCall ? "call.incoming" : "im.received",
        ["desktop-entry"] = "klapphaus",
    };

    static (uint Id, NoticeAct Act) ReadAction(Message signal)
    {
        // a reader that throws would take the whole line down
        if (signal.SignatureAsString != "us") return default;
        var reader = signal.GetBodyReader();
        var id = reader.ReadUInt32();
        return reader.ReadString() switch
        {
            Accept => (id, NoticeAct.Accept),
            Decline => (id, NoticeAct.Decline),
            Default => (id, NoticeAct.Open),
            _ => default,
        };
    }

    static (uint Id, NoticeAct Act) ReadClosed(Message signal)
    {
        if (signal.SignatureAsString != "uu") return default;
        var reader = signal.GetBodyReader();
        var id = reader.ReadUInt32();
        return reader.ReadUInt32() == ClosedByUs ? default : (id, NoticeAct.Close);
    }

    void Hear(Notification<(uint Id, NoticeAct Act)> heard)
    {
        if (!heard.HasValue || heard.Value.Id == 0) return;
        string? key;
        lock (gate)
        {
            (key, var shown) = ids.FirstOrDefault(pair => pair.Value.Id == heard.Value.Id);
            if (key is null) return; // another program's, or answered already
            // some daemons say "default" of a notice that has none; who rings is answered by its buttons only
            if (shown.IsCall && heard.Value.Act == NoticeAct.Open) return;
            ids.Remove(key);
        }
        // Some daemons close a notice with its answer, and some leave it there.
        if (heard.Value.Act != NoticeAct.Close) _ = TakeAwayAsync(heard.Value.Id);
        Acted?.Invoke(key, heard.Value.Act);
    }

    async Task TakeAwayAsync(uint id)
    {
        try
        {
            if (bus is { } line) await CloseAsync(line, id);
        }
        catch (Exception failure) when (IsMissing(failure))
        {
            // it has gone already
        }
    }

    void Complain()
    {
        if (hasComplained) return;
        hasComplained = true;
        say(Sentence.NoNoticeBoard);
    }

    static bool IsMissing(Exception failure) => failure is DBusExceptionBase or IOException or ObjectDisposedException or InvalidOperationException or TimeoutException;

    /// <summary>A notice on the board.</summary>
    /// <param name="Id">The daemon's number for it.</param>
    /// <param name="IsCall">It is answered by its buttons.</param>
    readonly record struct Shown(uint Id, bool IsCall);
}
