using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>What another browser, or the media server, says of sound and picture.</summary>
[MessagePackObject]
public sealed record SignalledEvent
{
    /// <summary>Number of the other; <see cref="Protocol.MediaServer"/> for the media server.</summary>
    [Key("from")] public required int From { get; init; }
    [Key("signal")] public required string Signal { get; init; }
}
