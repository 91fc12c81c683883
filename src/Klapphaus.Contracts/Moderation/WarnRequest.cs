using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Says something to somebody as the house. For moderators.</summary>
[MessagePackObject]
public sealed record WarnRequest
{
    [Key("handle")] public required int Handle { get; init; }
    /// <summary>1 to 500 characters; the person concerned reads it.</summary>
    [Key("reason")] public required string Reason { get; init; }
}
