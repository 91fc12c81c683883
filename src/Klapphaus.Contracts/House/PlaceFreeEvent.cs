using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>There is a place; or a moderator does not let one in who has asked.</summary>
[MessagePackObject]
public sealed record PlaceFreeEvent
{
    [Key("room")] public required string Room { get; init; }
    /// <summary>How long it is held, in seconds.</summary>
    [Key("heldSeconds")] public required int HeldSeconds { get; init; }
    /// <summary>There is none: a moderator has decided so.</summary>
    [Key("turnedAway")] public bool TurnedAway { get; init; }
}
