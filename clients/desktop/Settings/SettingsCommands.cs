using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Settings;

/// <summary>Shows the settings, and changes one.</summary>
sealed class SettingsCommands(Launch launch)
{
    public int Show()
    {
        var settings = launch.File.Read().Settings;
        foreach (var key in SettingKeys.All) launch.Speech.Say($"{key} = {SettingKeys.Show(settings, key, launch.Speech.Words.Language, launch.Time.LocalTimeZone)}".TrimEnd());
        return ExitCode.Done;
    }

    public async Task<int> SetAsync(string key, string value, CancellationToken cancellation)
    {
        if (launch.File.Read() is not { IsHeld: false } found) return launch.Fail(new(Sentence.SettingsHeld, launch.Places.SettingsFile));
        var (changed, refusal) = SettingKeys.Set(found.Settings, key, value, launch.Time.GetUtcNow(), launch.Time.LocalTimeZone);
        if (changed is null) return launch.Fail(new(refusal, string.Join(", ", SettingKeys.All)), ExitCode.Unreadable);
        if (await KeepAsync(changed, new() { Wanted = OrderKind.Reload }, cancellation) is not (null or ExitCode.Done) and var trouble) return trouble.Value;
        launch.Speech.Say($"{key} = {SettingKeys.Show(changed, key, launch.Speech.Words.Language, launch.Time.LocalTimeZone)}".TrimEnd());
        return ExitCode.Done;
    }

    /// <summary>Writes them, and has the instance that runs follow them; where none runs, what the system itself does is arranged from here.</summary>
    /// <param name="settings">All of them.</param>
    /// <param name="order">By which that instance hears of them.</param>
    /// <param name="cancellation">When the system ends it.</param>
    /// <returns>The exit code for what that instance, or the file, has made of it; null where none runs.</returns>
    public async Task<int?> KeepAsync(DesktopSettings settings, Order order, CancellationToken cancellation)
    {
        try
        {
            launch.File.Write(settings);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return launch.Fail(new(Sentence.SettingsUnwritable, launch.Places.SettingsFile));
        }
        if (await launch.TellAsync(order, isThere: false, cancellation) is { } code) return code;
        if (!LoginStart.Set(settings.StartAtLogin, OwnCommand.Find())) launch.Speech.Trouble(new(Sentence.LoginStartFailed));
        return null;
    }
}
