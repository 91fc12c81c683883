using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>How two browsers find each other for sound and picture; the server passes it on between people who are in one conversation.</summary>
[MessagePackObject]
public sealed record SignalRequest
{
    /// <summary>Number of the other.</summary>
    [Key("to")] public required int To { get; init; }
    /// <summary>At most 12,000 characters; made and read by the clients.</summary>
    [Key("signal")] public required string Signal { get; init; }
}
