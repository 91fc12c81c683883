using Klapphaus.Contracts;
using Klapphaus.Desktop.Members;
using Klapphaus.Desktop.Settings;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Reach;

/// <summary>Chooses the stands for which one can be called while the program runs.</summary>
sealed class DeskCommands(Launch launch)
{
    /// <summary>Lists the stands that one may staff, and for which one is on duty now by the instance that runs.</summary>
    public async Task<int> ListAsync(CancellationToken cancellation)
    {
        var (stands, trouble) = await StandsAsync(cancellation);
        if (stands is null) return trouble;
        var chosen = launch.File.Read().Settings.OnDuty;
        if (stands.Length == 0) launch.Speech.Say(new Phrase(Sentence.NoStands));
        var running = await SingleInstance.HandOverAsync(launch.Places, new() { Wanted = OrderKind.Desk }, isThere: false, launch.Time, cancellation);
        foreach (var stand in stands)
        {
            var state = running?.OnDuty.Contains(stand.Id, StringComparer.Ordinal) is true ? Sentence.DeskOn
                : chosen.Contains(stand.Id, StringComparer.Ordinal) ? Sentence.DeskChosen : Sentence.DeskOff;
            launch.Speech.Say(new Phrase(state, stand.Id, stand.Name));
        }
        return ExitCode.Done;
    }

    /// <summary>Can be called for a stand from now on, or no longer.</summary>
    /// <param name="asked">Its id, or its name or the beginning of it.</param>
    /// <param name="on">Which of the two.</param>
    /// <param name="cancellation">When the system ends it.</param>
    public async Task<int> SetAsync(string asked, bool on, CancellationToken cancellation)
    {
        if (launch.File.Read() is not { IsHeld: false, Settings: var settings }) return launch.Fail(new(Sentence.SettingsHeld, launch.Places.SettingsFile));
        string id, name;
        if (!on && settings.OnDuty.Contains(asked, StringComparer.Ordinal))
        {
            (id, name) = (asked, asked); // also for a stand that is no more
        }
        else
        {
            var (stands, trouble) = await StandsAsync(cancellation);
            if (stands is null) return trouble;
            var meant = Array.FindAll(stands, stand => stand.Id == asked || stand.Name.StartsWith(asked, StringComparison.OrdinalIgnoreCase));
            if (Array.FindAll(meant, stand => stand.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)) is [var same]) meant = [same];
            if (meant.Length == 0) return launch.Fail(new(Sentence.StandUnknown));
            if (meant.Length > 1) return launch.Fail(new(Sentence.StandAmbiguous, string.Join(", ", meant.Select(stand => stand.Name))));
            (id, name) = (meant[0].Id, meant[0].Name);
        }
        string[] others = [.. settings.OnDuty.Where(stand => stand != id)];
        // an order of its own: what was put down in the window is among the chosen all the time
        var order = on ? new Order { Wanted = OrderKind.Duty, Stand = id } : new Order { Wanted = OrderKind.Reload };
        var code = await new SettingsCommands(launch).KeepAsync(settings with { OnDuty = on ? [.. others, id] : others }, order, cancellation);
        if (code is not (null or ExitCode.Done)) return code.Value;
        launch.Speech.Say(new Phrase(!on ? Sentence.DeskOff : code is null ? Sentence.DeskChosen : Sentence.DeskOn, id, name));
        return ExitCode.Done;
    }

    /// <summary>The stands that one may staff; null, and the exit code, when it has been said why there are none to be had.</summary>
    async Task<(StandCardView[]? Stands, int Trouble)> StandsAsync(CancellationToken cancellation)
    {
        if (await launch.CredentialAsync(cancellation) is not { } credential) return (null, ExitCode.SignedOut);
        using var house = new HouseApi(credential.House, launch.Speech.Words.Language);
        var answer = await house.StandsAsync(credential.Token, cancellation);
        return answer.Value is { } stands ? (Array.FindAll(stands, stand => stand.MayStaff), 0) : (null, launch.Fail(Refusals.Of(answer.Error, answer.Detail)));
    }
}
