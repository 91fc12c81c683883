using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Asks to be let into a conversation that is closed or full, or no longer does.</summary>
[MessagePackObject]
public sealed record KnockRequest
{
    [Key("conversation")] public required int Conversation { get; init; }
    [Key("wants")] public required bool Wants { get; init; }
}
