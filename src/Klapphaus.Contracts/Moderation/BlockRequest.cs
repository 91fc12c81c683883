using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Has nothing to do with somebody, or again: neither hears, reads nor meets the other.</summary>
[MessagePackObject]
public sealed record BlockRequest
{
    /// <summary>The person's id.</summary>
    [Key("member")] public required string Member { get; init; }
    [Key("blocked")] public required bool Blocked { get; init; }
}
