using Klapphaus.World.Members;

namespace Klapphaus.World.Moderation;

/// <summary>Who may do what in a room: for each thing the role from which on. Who keeps the house civil may do everything everywhere.</summary>
public sealed record RoomPolicy
{
    public const int LongestNotice = 300;

    /// <summary>Between two texts of one person, in seconds.</summary>
    public const int MostSlowSeconds = 600;

    /// <summary>Everybody may do everything.</summary>
    public static RoomPolicy Open { get; } = new();

    public Role Enter { get; init; }
    public Role Speak { get; init; }
    public Role Camera { get; init; }
    public Role Screen { get; init; }
    public Role Write { get; init; }
    public Role Knock { get; init; }

    /// <summary>So many seconds lie between two texts of one person; 0 when they may write as they like.</summary>
    public int SlowSeconds { get; init; }

    /// <summary>From when on nobody is let in, and who is inside has to go; null while the room is open.</summary>
    public DateTimeOffset? ShutFrom { get; init; }

    /// <summary>When it is open, by the house's clock on the wall.</summary>
    public OpeningHours Hours { get; init; } = OpeningHours.Always;

    /// <summary>Moderators let people in one by one; who is inside or waits for a place by then stays welcome.</summary>
    public bool WaitingRoom { get; init; }

    /// <summary>Said to who is not let in, or waits; empty for the usual words.</summary>
    public string Notice { get; init; } = "";

    /// <param name="now">The moment.</param>
    /// <param name="zone">Of the house's clock on the wall.</param>
    public bool IsShut(DateTimeOffset now, TimeZoneInfo zone) => ShutFrom is { } from && now >= from || !IsOpenAt(TimeZoneInfo.ConvertTime(now, zone));

    bool IsOpenAt(DateTimeOffset local) => Hours.Covers(local.DayOfWeek, local.TimeOfDay);

    public Rights RightsOf(Role role) => role >= Role.Moderator ? Rights.All
        : (role >= Speak ? Rights.Speak : Rights.None)
        | (role >= Camera ? Rights.Camera : Rights.None)
        | (role >= Screen ? Rights.Screen : Rights.None)
        | (role >= Write ? Rights.Write : Rights.None)
        | (role >= Knock ? Rights.Knock : Rights.None);
}
