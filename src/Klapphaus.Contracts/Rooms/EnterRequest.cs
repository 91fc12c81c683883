using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Enters a room by its name, or through a door at which the avatar stands.</summary>
[MessagePackObject]
public sealed record EnterRequest
{
    /// <summary>The room's id. Ignored when <see cref="Through"/> is given.</summary>
    [Key("room")] public string? Room { get; init; }

    /// <summary>The id of a door in the room that the avatar is in.</summary>
    [Key("through")] public string? Through { get; init; }

    /// <summary>
    /// Where the avatar stood before the connection was lost, x and y in 1/32 tile, or null. The server believes it only when
    /// it has lost the position itself and knows that the member was in this room.
    /// </summary>
    [Key("stoodAt")] public int[]? StoodAt { get; init; }

    /// <summary>
    /// Id of a stand in the room: whoever is on duty for it arrives at a free place there instead of at the room's entry. For all others it says nothing, and
    /// nothing beside <see cref="Through"/> either.
    /// </summary>
    [Key("stand")] public string? Stand { get; init; }
}
