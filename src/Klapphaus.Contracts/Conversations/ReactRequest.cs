using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>A sign to the others in the conversation.</summary>
[MessagePackObject]
public sealed record ReactRequest
{
    /// <summary>clap, agree, laugh, heart or question.</summary>
    [Key("reaction")] public required string Reaction { get; init; }
}
