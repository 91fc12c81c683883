using Klapphaus.Contracts;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Members;

/// <summary>Signs in, by an invitation or with an account, and out.</summary>
sealed class SignInCommands(Launch launch)
{
    Speech Speech => launch.Speech;

    /// <summary>
    /// Signs in. Without a link by the account, where the house has such; else the link is asked for: typed in there it stands in no list of processes and in no
    /// shell's history.
    /// </summary>
    /// <param name="text">An invitation link, or null.</param>
    /// <param name="name">Under which one wants to be known; null for the invitation's own, or what is typed.</param>
    /// <param name="given">The house, or null for that of the settings.</param>
    /// <param name="cancellation">When the system ends it.</param>
    public async Task<int> SignInAsync(string? text, string? name, Uri? given, CancellationToken cancellation)
    {
        var before = await launch.Vault.ReadAsync(cancellation);
        if (before.Credential is { } there) return launch.Fail(new(Sentence.SignedInAlready, there.House.Authority));
        var settings = launch.File.Read().Settings;
        var house = given ?? settings.House;
        if (text is null && house is not null)
        {
            using var asked = new HouseApi(house, Speech.Words.Language);
            var look = await asked.LookAsync(cancellation);
            if (look.Value is null) return launch.Fail(Refusals.Of(look.Error, look.Detail));
            if (look.Value.SignIn is not null) return await KeepAsync(house, await GoAsync(asked, cancellation), cancellation);
        }
        text ??= await launch.AskAsync(Sentence.AskInvitation, cancellation);
        if (InvitationLink.Read(text ?? "") is not { } link) return launch.Fail(new(Sentence.InvitationUnreadable), ExitCode.Unreadable);
        if (given is not null && given != link.House) return launch.Fail(new(Sentence.InvitationElsewhere, link.House.Authority));
        using var api = new HouseApi(link.House, Speech.Words.Language);
        return await KeepAsync(link.House, await InviteAsync(api, link, name, cancellation), cancellation);
    }

    public async Task<int> SignOutAsync(CancellationToken cancellation)
    {
        if (await launch.TellAsync(new() { Wanted = OrderKind.SignOut }, isThere: false, cancellation) is { } code) return code;
        var window = new Window.WindowProcess(launch.Places, Window.BrowserFinder.OfThisMachine(), launch.Time);
        await using (window)
        {
            var reading = await launch.Vault.ReadAsync(cancellation);
            Speech.Say(await Departure.RunAsync(reading.Credential, launch.Vault, window, Speech.Words.Language, cancellation));
        }
        return ExitCode.Done;
    }

    Task<HouseAnswer<SessionView>> GoAsync(HouseApi house, CancellationToken cancellation) =>
        new AccountSignIn(house, (sentence, parts) => Speech.Say(new Phrase(sentence, parts)), launch.Time).RunAsync(cancellation);

    async Task<HouseAnswer<SessionView>> InviteAsync(HouseApi api, InvitationLink link, string? name, CancellationToken cancellation)
    {
        if (name is null)
        {
            var preview = await api.PreviewAsync(link.Invitation, cancellation);
            if (preview.Error != ErrorCode.None) return new(null, preview.Error, preview.Detail);
            // what is wrong with an invitation is told to who signs in by it
            if (preview.Value is not { Name.Length: > 0 }) name = await launch.AskAsync(Sentence.AskName, cancellation);
        }
        return await api.SignInAsync(new() { Name = name, Invitation = link.Invitation }, cancellation);
    }

    async Task<int> KeepAsync(Uri house, HouseAnswer<SessionView> answer, CancellationToken cancellation)
    {
        if (answer.Value is not { Token: { Length: > 0 } token } session)
            return launch.Fail(Refusals.Of(answer.Error == ErrorCode.None ? ErrorCode.Unexpected : answer.Error, answer.Detail));
        var credential = new Credential(house, new(token), launch.Time.GetUtcNow());
        if (await launch.Vault.KeepAsync(credential, cancellation) is not Sentence.None and var trouble) return launch.Fail(new(trouble));
        try
        {
            if (launch.File.Read() is { IsHeld: false } found) launch.File.Write(found.Settings with { House = house });
            else Speech.Trouble(new(Sentence.SettingsHeld, launch.Places.SettingsFile)); // the sign-in itself is kept
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Speech.Trouble(new(Sentence.SettingsUnwritable, launch.Places.SettingsFile)); // the sign-in itself is kept
        }
        Speech.Say(new Phrase(Sentence.SignedInAs, session.Name, house.Authority));
        await launch.TellAsync(new() { Wanted = OrderKind.Reload }, isThere: false, cancellation);
        return ExitCode.Done;
    }
}
