using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>There is a place.</summary>
[MessagePackObject]
public sealed record PlaceFreeEvent
{
    [Key("room")] public required string Room { get; init; }
    /// <summary>How long it is held, in seconds.</summary>
    [Key("heldSeconds")] public required int HeldSeconds { get; init; }
}
