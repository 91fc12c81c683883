using Klapphaus.Contracts;
using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Settings;

namespace Klapphaus.Desktop.Reach;

/// <summary>
/// The rules of what somebody is told, when, and when no longer. Nothing is told twice, also when the house tells it again after a lost line. In silence, which is
/// "do not disturb" and the quiet hours, news is held back, and told afterwards if it still means something; a bell that rings then is neither accepted nor declined.
/// </summary>
/// <param name="zone">Of the clock on this machine's wall.</param>
sealed class NoticeRules(TimeZoneInfo zone)
{
    /// <summary>So long before a booked talk one is told of it.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>More than anybody is told in a day; what is older is told again rather than remembered for ever.</summary>
    const int MostDone = 500;

    readonly Dictionary<string, Notice> shown = new(StringComparer.Ordinal);
    readonly Dictionary<string, Notice> held = new(StringComparer.Ordinal);
    /// <summary>How many of a kind somebody has not looked at yet.</summary>
    readonly Dictionary<string, int> unread = new(StringComparer.Ordinal);
    /// <summary>What was told once, and answered or put away.</summary>
    readonly HashSet<string> done = new(StringComparer.Ordinal);
    Appointment[] appointments = [];

    public DesktopSettings Settings { get; set; } = new();

    /// <summary>What is on the board now.</summary>
    public IReadOnlyCollection<Notice> Shown => shown.Values;

    public bool IsShown(string key) => shown.ContainsKey(key);

    public Notice? Find(string key) => shown.GetValueOrDefault(key) ?? held.GetValueOrDefault(key);

    public NoticeChanges Rang(BellRangEvent news, DateTimeOffset now) => Tell(NewsNotices.Of(news), now);

    /// <summary>Nobody is wanted there any more: another has gone, or the visitor has.</summary>
    public NoticeChanges Stops(BellStopsEvent news) => TakeAway(NewsNotices.CallKey(news.Stand, news.Request));

    /// <summary>How it is at a stand: it names all who call, so it heals whatever was missed while the line was lost.</summary>
    public NoticeChanges Attended(StandAttendedEvent news, DateTimeOffset now)
    {
        var calls = news.OnDuty ? Array.FindAll(news.Line, request => request.Calls) : [];
        var changes = NoticeChanges.None;
        foreach (var key in KeysAt(news.Stand).Except(calls.Select(call => NewsNotices.CallKey(news.Stand, call.Request)), StringComparer.Ordinal).ToList())
            changes = changes.And(TakeAway(key));
        return calls.Aggregate(changes, (sum, call) => sum.And(Tell(NewsNotices.Of(news, call), now)));
    }

    /// <summary>Something was left at a stand, or answered.</summary>
    /// <param name="news">What.</param>
    /// <param name="now">The moment.</param>
    /// <param name="count">How many; 0 for what is known already.</param>
    public NoticeChanges Left(EnquiriesChangedEvent news, DateTimeOffset now, int count)
    {
        if (count == 0) return NoticeChanges.None;
        var key = NewsNotices.MessageKey(news);
        var sum = unread.GetValueOrDefault(key) + count;
        if (NewsNotices.Of(news, sum) is not { } notice) return NoticeChanges.None;
        if (!Settings.Notices.Contains(NoticeKind.Message)) return NoticeChanges.None;
        unread[key] = sum;
        return Tell(notice, now);
    }

    public NoticeChanges Exchange(ExchangeChangedEvent news, DateTimeOffset now) =>
        NewsNotices.Of(news) is { } notice ? Tell(notice, now) : TakeAway(NewsNotices.ExchangeKey(news.Member));

    public NoticeChanges Announced(AnnouncedEvent news, DateTimeOffset now) => Tell(NewsNotices.Of(news), now);

    /// <summary>The talks that are booked, all of them; one that is not among them any more was called off.</summary>
    public NoticeChanges Booked(IReadOnlyCollection<Appointment> booked, DateTimeOffset now)
    {
        appointments = [.. booked];
        var keys = booked.Select(one => NewsNotices.AppointmentKey(one.Id)).ToHashSet(StringComparer.Ordinal);
        List<string> off = [.. shown.Values.Concat(held.Values).Where(notice => notice.Kind == NoticeKind.Appointment && !keys.Contains(notice.Key)).Select(notice => notice.Key)];
        return off.Aggregate(NoticeChanges.None, (sum, key) => sum.And(TakeAway(key))).And(Look(now));
    }

    /// <summary>Somebody has answered a notice, or put it away; it is not on the board any more.</summary>
    public void Closed(string key)
    {
        if (shown.Remove(key, out var notice) && notice.IsOnce)
        {
            if (done.Count >= MostDone) done.Clear();
            done.Add(key);
        }
        unread.Remove(key);
    }

    /// <summary>
    /// The board was emptied by others, its daemon started anew: whoever rings rings on. Other news has been there to see, as after the time for which a board shows it.
    /// </summary>
    /// <param name="now">When that was.</param>
    /// <param name="isUnshown">Of a notice's key: the board has never shown it, and still is to.</param>
    public NoticeChanges Emptied(DateTimeOffset now, Func<string, bool> isUnshown)
    {
        List<Notice> gone = [.. shown.Values.Where(notice => notice.IsCall || !isUnshown(notice.Key))];
        foreach (var notice in gone.Where(notice => !notice.IsCall)) Closed(notice.Key);
        foreach (var call in gone.Where(notice => notice.IsCall)) shown.Remove(call.Key);
        return gone.Where(notice => notice.IsCall).Aggregate(NoticeChanges.None, (sum, call) => sum.And(Tell(call, now)));
    }

    /// <summary>The window opens, where all of it can be seen. Not every board says that somebody has put a notice away.</summary>
    public void Opened() => unread.Clear();

    /// <summary>An answer did not reach the house: the call goes on.</summary>
    public NoticeChanges Again(Notice call, DateTimeOffset now)
    {
        done.Remove(call.Key);
        return Tell(call, now);
    }

    /// <summary>Nobody is signed in any more.</summary>
    public NoticeChanges Clear()
    {
        NoticeChanges changes = new([.. shown.Keys], []);
        shown.Clear();
        held.Clear();
        unread.Clear();
        done.Clear();
        appointments = [];
        return changes;
    }

    /// <summary>Time has passed, or the settings have changed: what is over goes, and what was held back comes when silence is over.</summary>
    public NoticeChanges Look(DateTimeOffset now)
    {
        List<string> over = [.. shown.Values.Concat(held.Values).Where(notice => notice.Until <= now).Select(notice => notice.Key)];
        var changes = over.Aggregate(NoticeChanges.None, (sum, key) => sum.And(TakeAway(key)));
        foreach (var appointment in appointments.Where(one => one.Start - Ahead <= now && now < one.Start))
            changes = changes.And(Tell(NewsNotices.Of(appointment, zone), now));
        if (IsSilent(now)) return changes;
        foreach (var notice in held.Values.OrderBy(notice => notice.Kind).ToList())
            changes = changes.And(Tell(notice, now));
        return changes;
    }

    /// <summary>When <see cref="Look"/> has something to do; null when it has not.</summary>
    public DateTimeOffset? NextLook(DateTimeOffset now)
    {
        var ends = shown.Values.Concat(held.Values).Select(notice => notice.Until);
        var begins = appointments.Where(one => one.Start - Ahead > now).Select(one => (DateTimeOffset?)(one.Start - Ahead));
        return ends.Concat(begins).Append(held.Count > 0 ? Settings.SilentUntil(now, zone) : null).Min();
    }

    bool IsSilent(DateTimeOffset now) => Settings.SilentUntil(now, zone) is not null;

    NoticeChanges Tell(Notice notice, DateTimeOffset now)
    {
        if (!Settings.Notices.Contains(notice.Kind) || notice.Until <= now)
        {
            held.Remove(notice.Key);
            return NoticeChanges.None;
        }
        if (notice.IsOnce && (shown.ContainsKey(notice.Key) || done.Contains(notice.Key))) return NoticeChanges.None;
        if (IsSilent(now))
        {
            held[notice.Key] = notice;
            return NoticeChanges.None;
        }
        held.Remove(notice.Key);
        shown[notice.Key] = notice;
        return new([], [notice]);
    }

    NoticeChanges TakeAway(string key)
    {
        held.Remove(key);
        done.Remove(key);
        unread.Remove(key);
        return shown.Remove(key) ? new([key], []) : NoticeChanges.None;
    }

    IEnumerable<string> KeysAt(string stand) =>
        shown.Keys.Concat(held.Keys).Concat(done).Where(key => key.StartsWith(NewsNotices.CallsKey(stand), StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
}
