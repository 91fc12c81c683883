using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Takes somebody out of the room. For moderators.</summary>
[MessagePackObject]
public sealed record ExpelRequest
{
    [Key("handle")] public required int Handle { get; init; }
    /// <summary>At most 500 characters; the person concerned reads it.</summary>
    [Key("reason")] public string Reason { get; init; } = "";
    /// <summary>The room to which they are to go, or null.</summary>
    [Key("to")] public string? To { get; init; }
}
