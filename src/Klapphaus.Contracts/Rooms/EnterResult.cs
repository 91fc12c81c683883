using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Whether one is inside now.</summary>
[MessagePackObject]
public sealed record EnterResult
{
    /// <summary>An <see cref="ErrorCode"/>; 0 when inside.</summary>
    [Key("error")] public int Error { get; init; }
    /// <summary>The room that was meant: a door's target, where it is full.</summary>
    [Key("room")] public string? Room { get; init; }
    /// <summary>Why one is not let in, in a moderator's words; may be empty.</summary>
    [Key("reason")] public string Reason { get; init; } = "";
    /// <summary>The end of the ban, in milliseconds since 1970; 0 when it has none.</summary>
    [Key("until")] public long Until { get; init; }
}
