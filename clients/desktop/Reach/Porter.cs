using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Desktop.Members;
using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Settings;
using Klapphaus.Desktop.Start;
using Klapphaus.Desktop.Window;

namespace Klapphaus.Desktop.Reach;

/// <summary>
/// Stays at the house's door for its member, with the window closed as with it open: is on duty for their stands, calls them when somebody rings, and brings their
/// answer back.
/// </summary>
sealed class Porter : IAsyncDisposable
{
    /// <summary>Talks are booked hours before, and told of five minutes before.</summary>
    static readonly TimeSpan bookingsEvery = TimeSpan.FromMinutes(4);

    readonly HouseWatch watch;
    readonly NoticeDesk desk;
    readonly Duties duties = new();
    readonly CatchUp catchUp = new();
    readonly WindowDesk window;
    readonly TimeProvider time;
    readonly Lock gate = new();

    /// <summary>By what is asked for: the newest that asks.</summary>
    readonly Dictionary<string, object> asking = new(StringComparer.Ordinal);
    readonly SemaphoreSlim looking = new(1, 1);
    readonly ITimer bookings;
    CancellationTokenSource signedOut = new();
    HouseApi? house;
    Credential? credential;
    DesktopSettings settings = new();

    /// <param name="watch">Belongs to this porter from now on.</param>
    /// <param name="desk">The same.</param>
    /// <param name="window">To open where somebody is wanted.</param>
    /// <param name="time">The clock on the wall.</param>
    public Porter(HouseWatch watch, NoticeDesk desk, WindowDesk window, TimeProvider time)
    {
        (this.watch, this.desk, this.window, this.time) = (watch, desk, window, time);
        bookings = time.CreateTimer(state => _ = LookAtBookingsAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        watch.Came += Listen;
        watch.Connected += connection => _ = ArriveAsync(connection);
        watch.Lost += () => { lock (gate) duties.Lost(); };
        watch.Refused += Refuse;
        desk.Answered += (notice, act) => _ = AnswerAsync(notice, act);
    }

    /// <summary>The house does not take the sign-in any more, and never will again.</summary>
    public event Action? SignedOut;

    public bool IsConnected => watch.IsConnected;

    /// <summary>Why the house cannot be reached.</summary>
    public ErrorCode Trouble => watch.Trouble;

    /// <summary>Who one is in the house; empty while that is not known.</summary>
    public string Name => watch.Connection?.Me.Name ?? "";

    /// <summary>What the stands are called for which one can be called now.</summary>
    public IReadOnlyCollection<string> OnDuty { get { lock (gate) return [.. duties.On]; } }

    /// <summary>Their ids.</summary>
    public IReadOnlyCollection<string> Stands { get { lock (gate) return [.. duties.Stands]; } }

    /// <summary>Begins for a member, in place of one from before.</summary>
    public async Task BeginAsync(Credential signedIn, DesktopSettings chosen, string language)
    {
        await EndAsync();
        (credential, house) = (signedIn, new(signedIn.House, language));
        Heed(chosen);
        await watch.BeginAsync(signedIn);
    }

    /// <summary>The same member has a younger sign-in: nothing that they were told, or are to be told, is touched.</summary>
    public async Task RenewAsync(Credential young)
    {
        // what is being asked with the old one is answered first: it is about to be ended
        await looking.WaitAsync();
        credential = young;
        looking.Release();
        await watch.BeginAsync(young);
    }

    /// <summary>Nobody is signed in any more.</summary>
    public async Task EndAsync()
    {
        await signedOut.CancelAsync();
        bookings.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await watch.EndAsync();
        await looking.WaitAsync();
        (var past, signedOut) = (signedOut, new());
        past.Dispose();
        house?.Dispose();
        (house, credential) = (null, null);
        catchUp.Clear();
        looking.Release();
        desk.Tell((rules, _) => rules.Clear());
    }

    /// <summary>The settings have changed.</summary>
    public void Heed(DesktopSettings chosen)
    {
        settings = chosen;
        IReadOnlyList<string> dropped;
        lock (gate) dropped = duties.Choose(chosen.OnDuty);
        desk.Tell((rules, now) =>
        {
            rules.Settings = chosen;
            return rules.Look(now);
        });
        if (watch.Connection is not { } connection) return;
        foreach (var stand in dropped) _ = SetDutyAsync(connection, stand, false);
        _ = TakeDutiesAsync(connection);
    }

    /// <summary>Takes duty for a stand that the settings choose, also when it was put down in the window.</summary>
    /// <returns><see cref="ErrorCode.None"/> when one is on duty; <see cref="ErrorCode.Unavailable"/> when it is tried again as soon as the house answers.</returns>
    public async Task<ErrorCode> TakeUpAsync(string stand)
    {
        lock (gate) duties.TakeUp(stand);
        if (watch.Connection is not { } connection) return ErrorCode.Unavailable;
        var error = await Quietly(connection.StandDutyAsync(stand, true, signedOut.Token));
        if (IsRefusal(error))
        {
            lock (gate) duties.Refused(stand);
        }
        else if (Retry.IsPassing(error))
        {
            _ = SetDutyAsync(connection, stand, true);
        }
        return error;
    }

    /// <summary>All that is to be read is in the window.</summary>
    public void WindowOpened() => desk.Tell((rules, _) =>
    {
        rules.Opened();
        return NoticeChanges.None;
    });

    public void WindowClosed()
    {
        lock (gate) duties.WindowClosed(time.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await watch.DisposeAsync();
        await bookings.DisposeAsync();
        await desk.DisposeAsync();
        signedOut.Dispose();
        looking.Dispose();
    }

    void Listen(HouseConnection connection)
    {
        connection.BellRang += news => desk.Tell((rules, now) => rules.Rang(news, now));
        connection.BellStops += news => desk.Tell((rules, _) => rules.Stops(news));
        connection.StandAttended += news => Attend(connection, news);
        connection.ExchangeChanged += news => desk.Tell((rules, now) => rules.Exchange(news, now));
        connection.Announced += news => desk.Tell((rules, now) => rules.Announced(news, now));
        connection.EnquiriesChanged += news => _ = LookAsync(connection, $"left at {news.Stand}", (api, token, over) => catchUp.NoteAsync(api, token, news, over));
    }

    void Attend(HouseConnection connection, StandAttendedEvent news)
    {
        bool again;
        lock (gate) again = duties.Heard(news, time.GetUtcNow());
        if (again) _ = SetDutyAsync(connection, news.Stand, true);
        else desk.Tell((rules, now) => rules.Attended(news, now));
    }

    /// <summary>There is a line to the house, the first time or again: what was missed is asked for.</summary>
    async Task ArriveAsync(HouseConnection connection)
    {
        // side by side: a stand whose duty has to be tried again keeps nobody from being told what was left
        await Task.WhenAll(TakeDutiesAsync(connection), LookAsync(connection, "left", catchUp.LookAsync), LookAtBookingsAsync());
    }

    Task TakeDutiesAsync(HouseConnection connection)
    {
        IReadOnlyList<string> wanted;
        lock (gate) wanted = duties.Wanted;
        return Task.WhenAll(wanted.Select(stand => SetDutyAsync(connection, stand, true)));
    }

    /// <summary>Goes on duty for a stand, or off; tries it again as long as it is wanted so and the house may take it.</summary>
    async Task SetDutyAsync(HouseConnection connection, string stand, bool on)
    {
        var isNewest = Begin($"duty at {stand}");
        var error = await PersistAsync(connection, over => connection.StandDutyAsync(stand, on, over), () => { lock (gate) return isNewest() && duties.Wants(stand) == on; });
        if (!on || !IsRefusal(error)) return;
        lock (gate) duties.Refused(stand);
    }

    /// <summary>The house does not let one be on duty there, however often it is asked.</summary>
    static bool IsRefusal(ErrorCode error) => error is ErrorCode.StandUnknown or ErrorCode.StandRightMissing;

    /// <summary>Looks what was left for one, and tells it; looks again when the house has not shown all of it.</summary>
    /// <param name="connection">By which it was heard of.</param>
    /// <param name="what">Of those that look for the same, only the one that began last tries again.</param>
    /// <param name="look">The look.</param>
    async Task LookAsync(HouseConnection connection, string what, Func<HouseApi, AccessToken, CancellationToken, Task<LeftLook>> look)
    {
        var isNewest = Begin(what);
        await PersistAsync(connection, _ => OnceAsync(), () => { lock (gate) return isNewest(); });

        async Task<ErrorCode> OnceAsync()
        {
            var trouble = ErrorCode.None;
            await AskAsync(async (api, token, over) =>
            {
                (var came, trouble) = await look(api, token, over);
                foreach (var (news, count) in came) desk.Tell((rules, now) => rules.Left(news, now, count));
            });
            return trouble;
        }
    }

    /// <summary>Begins to ask for something, in place of whatever has begun to ask for the same before.</summary>
    /// <returns>Whether nothing has begun to since; asked with the lock held.</returns>
    Func<bool> Begin(string what)
    {
        var own = new object();
        lock (gate) asking[what] = own;
        return () => asking.GetValueOrDefault(what) == own;
    }

    /// <summary>Asks again what the house could not answer, as long as this is the connection to it and its answer counts.</summary>
    async Task<ErrorCode> PersistAsync(HouseConnection connection, Func<CancellationToken, Task<ErrorCode>> ask, Func<bool> counts)
    {
        var over = signedOut.Token;
        try
        {
            return await Retry.AskAsync(() => ask(over), () => watch.Connection == connection && counts(), time, over);
        }
        catch (OperationCanceledException)
        {
            return ErrorCode.Unavailable; // signed out
        }
    }

    async Task LookAtBookingsAsync()
    {
        await AskAsync(async (api, token, over) =>
        {
            if (await AppointmentBook.ReadAsync(api, token, over) is { } booked) desk.Tell((rules, now) => rules.Booked(booked, now));
        });
        if (watch.Connection is not null) bookings.Change(bookingsEvery, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Asks the house, one question after the other, as long as somebody is signed in.</summary>
    async Task AskAsync(Func<HouseApi, AccessToken, CancellationToken, Task> ask)
    {
        await looking.WaitAsync();
        try
        {
            if (house is { } api && credential is { } signedIn) await ask(api, signedIn.Token, signedOut.Token);
        }
        catch (OperationCanceledException)
        {
            // signed out
        }
        finally
        {
            looking.Release();
        }
    }

    async Task AnswerAsync(Notice notice, NoticeAct act)
    {
        if (notice.IsCall) await AnswerCallAsync(notice, act);
        // it would end what somebody is in the middle of, and a card is offered to those who talk
        else if (window.IsOpen) desk.Inform(InWindow(notice));
        else await OpenAsync(notice);
    }

    Phrase InWindow(Notice notice) => notice.Stand.Length > 0 ? new(Sentence.LookInWindowAt, desk.Words.Say(notice.Text)) : new(Sentence.LookInWindow);

    async Task AnswerCallAsync(Notice call, NoticeAct act)
    {
        if (act is not (NoticeAct.Accept or NoticeAct.Decline)) return;
        // who has accepted is waited for: first it is seen that they can come
        if (act == NoticeAct.Accept && window.Trouble(settings.Browser) is { IsEmpty: false } missing)
        {
            desk.Inform(missing);
            desk.Tell((rules, now) => rules.Again(call, now));
            return;
        }
        var error = watch.Connection is { } connection
            ? await Quietly(connection.AnswerBellAsync(call.Stand, call.Request, act == NoticeAct.Accept, cancellation: signedOut.Token))
            : ErrorCode.Unavailable;
        if (Retry.IsPassing(error)) desk.Tell((rules, now) => rules.Again(call, now));
        // that one cannot come to what is over anyway nobody has to be told
        if (error != ErrorCode.None && (act == NoticeAct.Accept || Retry.IsPassing(error))) desk.Inform(Refusals.Of(error));
        if (error == ErrorCode.None && act == NoticeAct.Accept) await OpenAsync(call);
    }

    async Task OpenAsync(Notice notice)
    {
        if (house is not { } api || credential is not { } signedIn) return;
        var over = signedOut.Token;
        try
        {
            var destination = notice.Destination;
            // news of a stand does not say where it is; one that is not to be found any more leads to where one arrives
            if (destination is { Room: null, Stand: { } stand })
                destination = Destination.At(stand, (await api.StandsAsync(signedIn.Token, over)).Value ?? []) ?? default;
            var phrase = await window.OpenAsync(api, signedIn.Token, destination, settings.Browser, over);
            if (!phrase.IsEmpty) desk.Inform(phrase);
        }
        catch (OperationCanceledException)
        {
            // signed out
        }
    }

    void Refuse(ErrorCode error)
    {
        desk.Tell((rules, _) => rules.Clear());
        desk.Inform(Refusals.Of(error));
        if (error is ErrorCode.SignInNeeded or ErrorCode.SessionEnded) SignedOut?.Invoke();
    }

    /// <summary>An answer of the house, or that it is of no interest any more.</summary>
    static async Task<ErrorCode> Quietly(Task<ErrorCode> asked)
    {
        try
        {
            return await asked;
        }
        catch (OperationCanceledException)
        {
            return ErrorCode.Unavailable;
        }
    }
}
