using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Raises the hand in the conversation, or takes it down.</summary>
[MessagePackObject]
public sealed record HandRequest
{
    [Key("up")] public required bool Up { get; init; }
}
