using Klapphaus.Desktop.Members;
using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Reach;
using Klapphaus.Desktop.Settings;
using Klapphaus.Desktop.Window;

namespace Klapphaus.Desktop.Start;

/// <summary>The one instance that runs: stays in the house for its member, and does what is wanted of it, by the first start and by later ones.</summary>
sealed class DesktopHost : IAsyncDisposable
{
    /// <summary>How often it is looked whether the sign-in has to be renewed; it lasts for days.</summary>
    static readonly TimeSpan renewalEvery = TimeSpan.FromHours(6);

    readonly SettingsFile file;
    readonly Vault vault;
    readonly WindowProcess window;
    readonly WindowDesk opening;
    readonly NoticeDesk desk;
    readonly Porter porter;
    readonly Speech speech;
    readonly TimeProvider time;
    // The first turn is the beginning's: whatever is wanted meanwhile waits until it is over.
    readonly SemaphoreSlim turn = new(0, 1);
    readonly CancellationTokenSource ended = new();
    readonly ITimer renewal;
    DesktopSettings settings = new();
    Credential? credential;
    VaultReading reading = new(null);

    /// <param name="places">Of this user.</param>
    /// <param name="file">The settings.</param>
    /// <param name="speech">To those who have started it.</param>
    /// <param name="time">The clock on the wall.</param>
    public DesktopHost(Places places, SettingsFile file, Speech speech, TimeProvider time)
    {
        (this.file, this.speech, this.time) = (file, speech, time);
        vault = Vault.OfThisPlatform(places, time);
        window = new(places, BrowserFinder.OfThisMachine(), time);
        opening = new(window);
        desk = new(new(time.LocalTimeZone), NoticeBoards.OfThisPlatform(sentence => speech.Trouble(new(sentence)), time), speech.Words, speech.Trouble, time);
        porter = new(new(time), desk, opening, time);
        porter.SignedOut += () => _ = LeaveAsync();
        window.Opened += porter.WindowOpened;
        window.Closed += porter.WindowClosed;
        renewal = time.CreateTimer(state => _ = RenewAsync(), null, renewalEvery, renewalEvery);
    }

    /// <summary>Reads settings and sign-in, and begins to be reachable. Once; no order is obeyed before.</summary>
    public async Task BeginAsync()
    {
        try
        {
            await ReadAsync();
            if (!LinkRegistration.Ensure(OwnCommand.Find())) speech.Trouble(new(Sentence.LinksFailed));
        }
        finally
        {
            // also where it has failed: whoever has ordered something is answered before the program ends
            turn.Release();
        }
    }

    /// <summary>Waits until somebody wants it to end.</summary>
    public async Task StayAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, cancellation);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, either.Token);
        }
        catch (OperationCanceledException)
        {
            // that is what was waited for
        }
    }

    /// <summary>Does what is wanted.</summary>
    public async Task<OrderAnswer> ObeyAsync(Order order)
    {
        await turn.WaitAsync();
        try
        {
            return order.Wanted switch
            {
                OrderKind.Run => Answer(ExitCode.Done),
                OrderKind.Open => await OpenAsync(order.Link),
                OrderKind.Act => Answer(desk.Act(order.Link ?? "") ? ExitCode.Done : ExitCode.Failed),
                OrderKind.Reload => await ReloadAsync(),
                OrderKind.Duty => await DutyAsync(order.Stand ?? ""),
                OrderKind.Desk => Answer(ExitCode.Done) with { OnDuty = [.. porter.Stands] },
                OrderKind.SignOut => await SignOutAsync(),
                OrderKind.Status => Answer(ExitCode.Done, [.. Status()]),
                OrderKind.Quit => await QuitAsync(),
                _ => Answer(ExitCode.Unreadable),
            };
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await renewal.DisposeAsync();
        await porter.DisposeAsync();
        await window.DisposeAsync();
        turn.Dispose();
        ended.Dispose();
    }

    async Task ReadAsync()
    {
        var found = file.Read();
        if (found.SetAside is { } aside) speech.Trouble(new(Sentence.SettingsUnreadable, aside));
        if (!found.IsHeld) settings = found.Settings;
        speech.Speak(settings.Language);
        desk.Words = speech.Words;
        if (!LoginStart.Set(settings.StartAtLogin, OwnCommand.Find())) speech.Trouble(new(Sentence.LoginStartFailed));
        reading = await vault.ReadAsync(ended.Token);
        if (reading.Trouble != Sentence.None) speech.Trouble(new(reading.Trouble, reading.Place));
        var before = credential;
        credential = reading.Credential;
        if (credential is null) await porter.EndAsync();
        else if (before?.Token.Reveal() != credential.Token.Reveal()) await porter.BeginAsync(credential, settings, speech.Words.Language);
        else porter.Heed(settings);
    }

    async Task<OrderAnswer> OpenAsync(string? text)
    {
        if (credential is null) return Answer(ExitCode.SignedOut, NotSignedIn());
        DeepLink? link = null;
        if (text is not null && (link = DeepLink.Read(text)) is null) return Answer(ExitCode.Unreadable, new Phrase(Sentence.LinkUnreadable));
        if (link is not null && !link.IsFor(credential.House)) return Answer(ExitCode.Failed, new Phrase(Sentence.LinkElsewhere, link.House, credential.House.Authority));
        if (link is null && window.IsOpen) return Answer(ExitCode.Done, new Phrase(Sentence.WindowIsOpen));
        using var house = new HouseApi(credential.House, speech.Words.Language);
        var destination = new Destination();
        if (link is not null)
        {
            var stands = link is { Stand: null, Area: null } ? [] : (await house.StandsAsync(credential.Token, ended.Token)).Value ?? [];
            if (Destination.Of(link, stands) is not { } found) return Answer(ExitCode.Failed, new Phrase(Sentence.StandUnknown));
            destination = found;
        }
        var trouble = await opening.OpenAsync(house, credential.Token, destination, settings.Browser, ended.Token);
        return trouble.IsEmpty ? Answer(ExitCode.Done) : Answer(ExitCode.Failed, trouble);
    }

    async Task<OrderAnswer> ReloadAsync()
    {
        await ReadAsync();
        return Answer(ExitCode.Done);
    }

    async Task<OrderAnswer> DutyAsync(string stand)
    {
        await ReadAsync();
        if (credential is null) return Answer(ExitCode.SignedOut, NotSignedIn());
        var error = await porter.TakeUpAsync(stand);
        return error == ErrorCode.None ? Answer(ExitCode.Done) : Answer(ExitCode.Failed, Meanwhile(error));
    }

    async Task<OrderAnswer> SignOutAsync()
    {
        await porter.EndAsync();
        var leaving = credential;
        credential = null;
        return Answer(ExitCode.Done, await Departure.RunAsync(leaving, vault, window, speech.Words.Language, ended.Token));
    }

    async Task<OrderAnswer> QuitAsync()
    {
        await ended.CancelAsync();
        return Answer(ExitCode.Done, new Phrase(Sentence.Ends));
    }

    IEnumerable<Phrase> Status()
    {
        yield return credential is null ? NotSignedIn()
            : porter.Name.Length > 0 ? new(Sentence.SignedInAs, porter.Name, credential.House.Authority) : new(Sentence.SignedInAt, credential.House.Authority);
        if (credential is not null)
            yield return porter.IsConnected ? new(Sentence.Reachable) : porter.Trouble == ErrorCode.None ? new(Sentence.Connecting) : Meanwhile(porter.Trouble);
        if (credential is not null && porter.OnDuty is { Count: > 0 } duties) yield return new(Sentence.OnDutyFor, string.Join(", ", duties));
        yield return new(window.IsOpen ? Sentence.WindowIsOpen : Sentence.WindowIsClosed);
        if (settings.SilentUntil(time.GetUtcNow(), time.LocalTimeZone) is { } end)
            yield return end >= SettingKeys.ForGood ? new(Sentence.SilentForGood) : new(Sentence.SilentUntil, SettingKeys.Show(end, time.LocalTimeZone));
    }

    /// <summary>Why something is not so yet that this program goes on trying.</summary>
    static Phrase Meanwhile(ErrorCode error) => error == ErrorCode.Unavailable ? new(Sentence.HouseTriedAgain) : Refusals.Of(error);

    Phrase NotSignedIn() => reading.Trouble == Sentence.None ? new(Sentence.SignInFirst) : new(reading.Trouble, reading.Place);

    /// <summary>The sign-in is over: there is nothing more to keep.</summary>
    async Task LeaveAsync()
    {
        await turn.WaitAsync();
        try
        {
            await porter.EndAsync();
            credential = null;
            await vault.EmptyAsync(CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    async Task RenewAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (credential is not { } old) return;
            using var house = new HouseApi(old.House, speech.Words.Language);
            if (await Renewal.TryAsync(house, old, time, ended.Token) is not { } young) return;
            if (await vault.KeepAsync(young, ended.Token) != Sentence.None) return;
            credential = young;
            await porter.RenewAsync(young);
            await house.SignOutAsync(old.Token, ended.Token);
        }
        catch (OperationCanceledException)
        {
            // the program ends; there is time left for the next try
        }
        finally
        {
            turn.Release();
        }
    }

    OrderAnswer Answer(int code, params Phrase[] said) => new() { Code = code, Said = Array.ConvertAll(said, speech.Words.Say) };
}
