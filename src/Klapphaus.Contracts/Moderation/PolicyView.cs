using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Who may do what in a room: for each thing the role from which on one may (visitor, guest, member, host, moderator or organiser).</summary>
[MessagePackObject]
public sealed record PolicyView
{
    [Key("enter")] public required string Enter { get; init; }
    [Key("speak")] public required string Speak { get; init; }
    [Key("camera")] public required string Camera { get; init; }
    [Key("screen")] public required string Screen { get; init; }
    [Key("write")] public required string Write { get; init; }
    [Key("knock")] public required string Knock { get; init; }
    /// <summary>So many seconds lie between two texts of one person; 0 for no limit.</summary>
    [Key("slowSeconds")] public int SlowSeconds { get; init; }
    /// <summary>From when on the room is shut, in milliseconds since 1970; 0 while it is open.</summary>
    [Key("shutFrom")] public long ShutFrom { get; init; }
    /// <summary>When the room is open, <c>Mo-Fr 08:00-18:00, Sa 10:00-14:00</c>; empty for always.</summary>
    [Key("hours")] public string Hours { get; init; } = "";
    /// <summary>Said to who is not let in, or waits; at most 300 characters.</summary>
    [Key("notice")] public string Notice { get; init; } = "";
    /// <summary>Moderators let people in one by one; who is inside stays.</summary>
    [Key("waitingRoom")] public bool WaitingRoom { get; init; }
}
