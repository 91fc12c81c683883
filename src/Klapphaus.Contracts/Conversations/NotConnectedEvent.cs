using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>One has stopped where a conversation might have begun, and none did.</summary>
[MessagePackObject]
public sealed record NotConnectedEvent
{
    /// <summary>busy, closed, full or removed.</summary>
    [Key("reason")] public required string Reason { get; init; }
    /// <summary>The conversation that one may knock at, or 0.</summary>
    [Key("conversation")] public int Conversation { get; init; }
    /// <summary>Number of the person who is not to be disturbed, or -1.</summary>
    [Key("other")] public int Other { get; init; } = -1;
}
