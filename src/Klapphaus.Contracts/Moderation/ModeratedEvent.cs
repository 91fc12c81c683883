using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>A moderator did something that concerns oneself.</summary>
[MessagePackObject]
public sealed record ModeratedEvent
{
    /// <summary>warned, muted, unmuted, hidden, shown, askedToSpeak, moved, removed, sent, bannedFromRoom or roomClosed.</summary>
    [Key("kind")] public required string Kind { get; init; }
    /// <summary>In the moderator's words; may be empty.</summary>
    [Key("reason")] public string Reason { get; init; } = "";
    /// <summary>The end of a ban, in milliseconds since 1970; 0 when it has none.</summary>
    [Key("until")] public long Until { get; init; }
    /// <summary>The room to which one is sent, or null.</summary>
    [Key("room")] public string? Room { get; init; }
}
