using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Why the connection ends.</summary>
[MessagePackObject]
public sealed record SentAwayEvent
{
    /// <summary>A <see cref="DisconnectCode"/>.</summary>
    [Key("code")] public required int Code { get; init; }
    /// <summary>Whether the client may connect again by itself.</summary>
    [Key("comeBack")] public required bool ComeBack { get; init; }
    /// <summary>In a moderator's words; empty where there is none.</summary>
    [Key("reason")] public string Reason { get; init; } = "";
    /// <summary>The end of a ban, in milliseconds since 1970; 0 when it has none, or there is no ban.</summary>
    [Key("until")] public long Until { get; init; }
    /// <summary>The ban waits for a second moderator, and holds for longer when one confirms it.</summary>
    [Key("provisional")] public bool Provisional { get; init; }
}
