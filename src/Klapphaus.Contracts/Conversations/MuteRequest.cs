using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Lets nobody in the room hear somebody, or again. For staff.</summary>
[MessagePackObject]
public sealed record MuteRequest
{
    [Key("handle")] public required int Handle { get; init; }
    [Key("muted")] public required bool Muted { get; init; }
}
