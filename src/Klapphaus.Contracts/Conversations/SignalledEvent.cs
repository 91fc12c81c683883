using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>What another browser says of sound and picture.</summary>
[MessagePackObject]
public sealed record SignalledEvent
{
    [Key("from")] public required int From { get; init; }
    [Key("signal")] public required string Signal { get; init; }
}
