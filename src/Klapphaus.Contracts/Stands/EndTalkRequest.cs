using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Ends the talk that one is in as a host.</summary>
[MessagePackObject]
public sealed record EndTalkRequest
{
    /// <summary>Id of the stand.</summary>
    [Key("stand")] public required string Stand { get; init; }
}
