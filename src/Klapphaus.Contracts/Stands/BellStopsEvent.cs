using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>One is no longer wanted for a request.</summary>
[MessagePackObject]
public sealed record BellStopsEvent
{
    /// <summary>Id of the stand.</summary>
    [Key("stand")] public required string Stand { get; init; }
    [Key("request")] public required long Request { get; init; }
    /// <summary>Who goes there; empty when nobody does.</summary>
    [Key("by")] public string By { get; init; } = "";
}
