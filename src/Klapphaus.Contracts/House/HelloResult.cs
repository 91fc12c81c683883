using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Who one is in this house, and which rooms it has.</summary>
[MessagePackObject]
public sealed record HelloResult
{
    /// <summary>An <see cref="ErrorCode"/>; 0 when welcome.</summary>
    [Key("error")] public int Error { get; init; }
    [Key("protocol")] public int Protocol { get; init; }
    [Key("me")] public MemberView? Me { get; init; }
    [Key("rooms")] public RoomSummary[] Rooms { get; init; } = [];

    /// <summary>The room in which one arrives.</summary>
    [Key("start")] public string Start { get; init; } = "";

    /// <summary>The room one's avatar still stands in (after a lost connection), or null.</summary>
    [Key("room")] public string? Room { get; init; }

    /// <summary>Why one is banned, in a moderator's words; empty when one is not.</summary>
    [Key("reason")] public string Reason { get; init; } = "";

    /// <summary>The end of the ban, in milliseconds since 1970; 0 when it has none.</summary>
    [Key("until")] public long Until { get; init; }

    /// <summary>The ban waits for a second moderator, and holds for longer when one confirms it.</summary>
    [Key("provisional")] public bool Provisional { get; init; }
}
