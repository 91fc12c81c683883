using System.Threading.Channels;
using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Reach;

/// <summary>
/// Takes news through the rules to the board, one after the other: it comes from the connection, from the clock and from the board itself, and the board answers slowly.
/// </summary>
sealed class NoticeDesk : IAsyncDisposable
{
    const string TroubleKey = "trouble";

    /// <summary>A program that starts at login may be there before its notification daemon. On Windows each try is a process.</summary>
    static readonly TimeSpan shortestPause = TimeSpan.FromSeconds(5), longestPause = TimeSpan.FromMinutes(1);

    /// <summary>Timers do not reach as far as calendars.</summary>
    static readonly TimeSpan longestWait = TimeSpan.FromDays(1);

    readonly Channel<Func<Task>> work = Channel.CreateUnbounded<Func<Task>>(new() { SingleReader = true });
    readonly NoticeRules rules;
    readonly INoticeBoard board;
    readonly Action<Phrase> say;
    readonly TimeProvider time;
    readonly ITimer clock;
    readonly ITimer again;
    readonly Task working;

    /// <summary>What the board did not show, by its key; seen by the work only.</summary>
    readonly Dictionary<string, Notice> unshown = new(StringComparer.Ordinal);
    TimeSpan pause = shortestPause;

    /// <param name="rules">Belong to this desk from now on.</param>
    /// <param name="board">The same.</param>
    /// <param name="words">To begin with.</param>
    /// <param name="say">Hears what goes wrong here.</param>
    /// <param name="time">The clock on the wall.</param>
    public NoticeDesk(NoticeRules rules, INoticeBoard board, Words words, Action<Phrase> say, TimeProvider time)
    {
        (this.rules, this.board, Words, this.say, this.time) = (rules, board, words, say, time);
        clock = time.CreateTimer(_ => Tell((all, now) => all.Look(now)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        again = time.CreateTimer(_ => work.Writer.TryWrite(ShowAgainAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        board.Acted += Act;
        board.Emptied += Emptied;
        board.Ready += Ready;
        working = WorkAsync();
    }

    /// <summary>Somebody has answered a notice: with anything but putting it away.</summary>
    public event Action<Notice, NoticeAct>? Answered;

    public Words Words { get; set; }

    /// <summary>Tells the rules something, and shows what comes of it.</summary>
    public void Tell(Func<NoticeRules, DateTimeOffset, NoticeChanges> news) => work.Writer.TryWrite(() => ApplyAsync(news));

    /// <summary>Something about this program itself, which no rule holds back: it is the answer to what somebody has just done, or there will be no more notices.</summary>
    public void Inform(Phrase phrase) => work.Writer.TryWrite(() => ShowAsync(new(TroubleKey, NoticeKind.Message, new(Sentence.Program), phrase)));

    /// <summary>A link of the board's own buttons; false when it means nothing.</summary>
    public bool Act(string link) => board.Act(link);

    public async ValueTask DisposeAsync()
    {
        board.Acted -= Act;
        board.Emptied -= Emptied;
        board.Ready -= Ready;
        await again.DisposeAsync();
        await clock.DisposeAsync();
        work.Writer.TryComplete();
        await working;
        await board.DisposeAsync();
    }

    async Task WorkAsync()
    {
        await foreach (var next in work.Reader.ReadAllAsync())
        {
            try
            {
                await next();
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // whatever a board has against one notice: the next may be somebody who rings
                say(new(Sentence.NoticeFailed, fault.GetType().Name));
            }
        }
    }

    async Task ApplyAsync(Func<NoticeRules, DateTimeOffset, NoticeChanges> news)
    {
        var now = time.GetUtcNow();
        var changes = news(rules, now);
        clock.Change(rules.NextLook(now) is { } next ? Wait(next - now) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var key in changes.Take)
        {
            unshown.Remove(key);
            await board.TakeAsync(key);
        }
        foreach (var notice in changes.Show) await ShowAsync(notice);
    }

    /// <summary>Shows one; what the board does not show it is asked to show again.</summary>
    async Task ShowAsync(Notice notice)
    {
        // whatever a board throws, it would throw again
        unshown.Remove(notice.Key);
        if (await board.ShowAsync(NoticeFace.Of(notice, Words))) pause = shortestPause;
        else unshown[notice.Key] = notice;
        again.Change(unshown.Count > 0 ? pause : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What still means something of what the board did not show.</summary>
    async Task ShowAgainAsync()
    {
        pause = pause * 2 < longestPause ? pause * 2 : longestPause;
        foreach (var notice in unshown.Values.ToList())
        {
            if (notice.Key == TroubleKey || rules.IsShown(notice.Key)) await ShowAsync(notice);
            else unshown.Remove(notice.Key);
        }
    }

    void Emptied() => Tell((all, now) => all.Emptied(now, unshown.ContainsKey));

    void Ready() => work.Writer.TryWrite(() =>
    {
        pause = shortestPause;
        return ShowAgainAsync();
    });

    /// <summary>What was due a moment ago is so now.</summary>
    static TimeSpan Wait(TimeSpan due) => due < TimeSpan.Zero ? TimeSpan.Zero : due < longestWait ? due : longestWait;

    void Act(string key, NoticeAct act) => Tell((all, _) =>
    {
        // who rings is answered by yes or no; a click on the notice beside its buttons is neither
        if (all.Find(key) is { } notice && !(notice.IsCall && act == NoticeAct.Open))
        {
            all.Closed(key);
            if (act != NoticeAct.Close) Answered?.Invoke(notice, act);
        }
        return NoticeChanges.None;
    });
}
