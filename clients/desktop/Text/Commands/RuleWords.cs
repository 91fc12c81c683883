using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>The rules of a room as people type them: "schreiben moderation", "pause 30", "einlass an", "zu 5", "offen".</summary>
static class RuleWords
{
    /// <summary>The house takes no longer pause between two texts of one person, in seconds.</summary>
    const int LongestPause = 600;

    /// <summary>A room is not announced to be shut longer before, in minutes.</summary>
    const int LongestNotice = 24 * 60;

    static readonly Dictionary<string, string> rights = new()
    {
        ["eintreten"] = "enter", ["enter"] = "enter", ["sprechen"] = "speak", ["speak"] = "speak", ["kamera"] = "camera", ["camera"] = "camera",
        ["bildschirm"] = "screen", ["screen"] = "screen", ["schreiben"] = "write", ["write"] = "write", ["anklopfen"] = "knock", ["knock"] = "knock",
    };

    static readonly Dictionary<string, string> roles = new()
    {
        ["alle"] = "visitor", ["all"] = "visitor", ["besuch"] = "visitor", ["visitor"] = "visitor", ["gast"] = "guest", ["guest"] = "guest", ["mitglied"] = "member",
        ["member"] = "member", ["standbetreuung"] = "host", ["host"] = "host", ["moderation"] = "moderator", ["moderator"] = "moderator", ["veranstalter"] = "organiser",
        ["organiser"] = "organiser",
    };

    /// <summary>What is to be changed; null where the words are no rule.</summary>
    /// <param name="typed">A rule and what it is to be.</param>
    /// <param name="now">From then on a room is shut in so many minutes.</param>
    public static Func<PolicyView, PolicyView>? Read(string typed, DateTimeOffset now)
    {
        var (rule, value) = TypedLine.Parse(Fold.Plain(typed));
        if (rights.TryGetValue(rule, out var right))
            return roles.TryGetValue(value, out var role) ? policy => With(policy, right, role) : null;
        return rule switch
        {
            "pause" or "slow" => Seconds(value) is { } seconds ? policy => policy with { SlowSeconds = seconds } : null,
            "einlass" or "waiting" => IsOn(value) is { } isOn ? policy => policy with { WaitingRoom = isOn } : null,
            "zu" or "shut" => Number(value, LongestNotice) is { } minutes ? policy => policy with { ShutFrom = now.AddMinutes(minutes).ToUnixTimeMilliseconds() } : null,
            "offen" or "open" => value.Length == 0 ? policy => policy with { ShutFrom = 0 } : null,
            _ => null,
        };
    }

    /// <summary>The role from which on one may do something in a room.</summary>
    public static string RoleFor(PolicyView policy, string right) => right switch
    {
        "enter" => policy.Enter,
        "speak" => policy.Speak,
        "camera" => policy.Camera,
        "screen" => policy.Screen,
        "write" => policy.Write,
        _ => policy.Knock,
    };

    static PolicyView With(PolicyView policy, string right, string role) => right switch
    {
        "enter" => policy with { Enter = role },
        "speak" => policy with { Speak = role },
        "camera" => policy with { Camera = role },
        "screen" => policy with { Screen = role },
        "write" => policy with { Write = role },
        _ => policy with { Knock = role },
    };

    static int? Seconds(string value) => IsOn(value) == false ? 0 : Number(value, LongestPause);

    static bool? IsOn(string value) => value switch { "an" or "on" => true, "aus" or "off" => false, _ => null };

    /// <summary>Nothing is none: "zu" is at once.</summary>
    static int? Number(string value, int most) => value.Length == 0 ? 0 : int.TryParse(value, out var number) && number >= 0 && number <= most ? number : null;
}
