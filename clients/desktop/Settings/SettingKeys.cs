using System.Globalization;
using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Settings;

/// <summary>The settings by name, as one reads and types them: <c>klapphaus settings set quietHours "18:00-08:00 mo-fr"</c>.</summary>
static class SettingKeys
{
    public const string OnDuty = "onDuty";

    /// <summary>"Until I say otherwise" as a moment: far enough, and no trouble for whoever reckons with it.</summary>
    public static readonly DateTimeOffset ForGood = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly string[] All = ["house", "language", "startAtLogin", "doNotDisturb", "quietHours", "notices", "browser", OnDuty];

    static readonly string[] yes = ["on", "yes", "true", "an", "ein", "ja"], no = ["off", "no", "false", "none", "aus", "nein", "system"];
    static readonly string[] momentForms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"], clockForms = ["HH:mm", "H:mm"];

    /// <summary>Changes one setting.</summary>
    /// <param name="settings">As they are.</param>
    /// <param name="key">One of <see cref="All"/>.</param>
    /// <param name="value">As it was typed.</param>
    /// <param name="now">From which "for two hours" counts.</param>
    /// <param name="zone">Of the clock on the wall.</param>
    /// <returns>The settings with the change; null, and what is wrong, when the value means nothing.</returns>
    public static (DesktopSettings? Changed, Sentence Refusal) Set(DesktopSettings settings, string key, string value, DateTimeOffset now, TimeZoneInfo zone)
    {
        var text = value.Trim();
        return key switch
        {
            "house" => Is(no, text) ? Changed(settings with { House = null })
                : House(text) is { } house ? Changed(settings with { House = house }) : (null, Sentence.HouseUnusable),
            "language" => Is(no, text) ? Changed(settings with { Language = null })
                : text is "de" or "en" ? Changed(settings with { Language = text }) : (null, Sentence.LanguageUnusable),
            "startAtLogin" => Is(yes, text) || Is(no, text) ? Changed(settings with { StartAtLogin = Is(yes, text) }) : (null, Sentence.SwitchUnusable),
            "doNotDisturb" => Is(no, text) ? Changed(settings with { DoNotDisturb = null })
                : Moment(text, now, zone) is { } until ? Changed(settings with { DoNotDisturb = until }) : (null, Sentence.MomentUnusable),
            "quietHours" => Is(no, text) ? Changed(settings with { QuietHours = null })
                : Hours(text) is { } hours ? Changed(settings with { QuietHours = hours }) : (null, Sentence.HoursUnusable),
            "notices" => Kinds(text) is { } kinds ? Changed(settings with { Notices = kinds }) : (null, Sentence.KindsUnusable),
            "browser" => Is(no, text) ? Changed(settings with { Browser = null })
                : Path.IsPathFullyQualified(text) && File.Exists(text) ? Changed(settings with { Browser = text }) : (null, Sentence.BrowserUnusable),
            OnDuty => Stands(text) is { } stands ? Changed(settings with { OnDuty = stands }) : (null, Sentence.StandsUnusable),
            _ => (null, Sentence.SettingUnknown),
        };
    }

    /// <summary>A setting as it would be typed; empty for what was not chosen.</summary>
    public static string Show(DesktopSettings settings, string key, string language, TimeZoneInfo zone) => key switch
    {
        "house" => settings.House?.AbsoluteUri ?? "",
        "language" => settings.Language ?? "",
        "startAtLogin" => settings.StartAtLogin ? "on" : "off",
        "doNotDisturb" => settings.DoNotDisturb is not { } until ? "off" : until >= ForGood ? "on" : Show(until, zone),
        "quietHours" => settings.QuietHours is { } hours ? $"{hours.From:HH:mm}-{hours.To:HH:mm} {DayNames.Write(hours.Days, language)}".TrimEnd() : "off",
        "notices" => settings.Notices.Length == 0 ? "none" : string.Join(',', settings.Notices.Select(kind => kind.ToString().ToLowerInvariant())),
        "browser" => settings.Browser ?? "",
        OnDuty => string.Join(',', settings.OnDuty),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "There is no such setting."),
    };

    /// <summary>A moment by the clock on the wall.</summary>
    public static string Show(DateTimeOffset moment, TimeZoneInfo zone) => $"{TimeZoneInfo.ConvertTime(moment, zone):yyyy-MM-dd HH:mm}";

    /// <summary>The root of a house; null for what cannot be one. Who types only a name means https.</summary>
    public static Uri? House(string text)
    {
        var whole = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        return Uri.TryCreate(whole, UriKind.Absolute, out var house) && DesktopSettings.IsHouse(house) ? house : null;
    }

    static (DesktopSettings?, Sentence) Changed(DesktopSettings settings) => (settings, default);

    static bool Is(string[] words, string text) => words.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>on</c>, <c>30m</c>, <c>2h</c>, <c>17:30</c> (the next time that it is so late), or a date with a time.</summary>
    static DateTimeOffset? Moment(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (Is(yes, text)) return ForGood;
        if (text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 10_000)
        {
            if (text[^1] is 'm') return now.AddMinutes(count);
            if (text[^1] is 'h') return now.AddHours(count);
        }
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        if (Clock(text) is { } clock) return At(clock > TimeOnly.FromDateTime(local) ? local.Date : local.Date.AddDays(1), clock);
        if (!DateTime.TryParseExact(text, momentForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return null;
        return At(moment.Date, TimeOnly.FromDateTime(moment)) is var at && at > now && at < ForGood ? at : null;

        DateTimeOffset At(DateTime day, TimeOnly time)
        {
            var there = day + time.ToTimeSpan();
            if (zone.IsInvalidTime(there)) there = there.AddHours(1);
            return new(there, zone.GetUtcOffset(there));
        }
    }

    static QuietHours? Hours(string text)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var ends = parts.Length == 0 ? [] : parts[0].Split('-');
        if (ends.Length != 2 || Clock(ends[0]) is not { } from || Clock(ends[1]) is not { } to || from == to) return null;
        if (parts.Length == 1) return new(from, to, []);
        return DayNames.Read(parts[1]) is { } days ? new(from, to, days) : null;
    }

    static TimeOnly? Clock(string text) => TimeOnly.TryParseExact(text, clockForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    static NoticeKind[]? Kinds(string text)
    {
        if (text.Equals("all", StringComparison.OrdinalIgnoreCase) || text.Equals("alle", StringComparison.OrdinalIgnoreCase)) return DesktopSettings.AllKinds;
        if (Is(no, text)) return [];
        List<NoticeKind> kinds = [];
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !Enum.TryParse<NoticeKind>(name, ignoreCase: true, out var kind)) return null;
            if (!kinds.Contains(kind)) kinds.Add(kind);
        }
        return [.. kinds];
    }

    static string[]? Stands(string text)
    {
        if (text.Length == 0 || Is(no, text)) return [];
        var stands = text.Split(',', StringSplitOptions.TrimEntries);
        return Array.TrueForAll(stands, DeepLink.IsStand) ? [.. stands.Distinct(StringComparer.Ordinal)] : null;
    }
}
