using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>All stands of the room that one may see. It comes after the greeting where there are any, and whenever one of them is otherwise than before.</summary>
[MessagePackObject]
public sealed record StandsChangedEvent
{
    /// <summary>Id of the room.</summary>
    [Key("room")] public required string Room { get; init; }
    [Key("stands")] public required StandSign[] Stands { get; init; }
}
