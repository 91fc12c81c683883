using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>How two browsers find each other for sound and picture; the server passes it on between people who are in one conversation.</summary>
[MessagePackObject]
public sealed record SignalRequest
{
    /// <summary>Number of the other; <see cref="Protocol.MediaServer"/> for the media server.</summary>
    [Key("to")] public required int To { get; init; }
    /// <summary>At most <see cref="Protocol.MaxSignal"/> characters, to the media server <see cref="Protocol.MaxRouterSignal"/>.</summary>
    [Key("signal")] public required string Signal { get; init; }
}
