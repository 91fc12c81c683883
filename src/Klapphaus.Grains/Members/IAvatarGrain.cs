using Klapphaus.World.Conversations;

namespace Klapphaus.Grains.Members;

/// <summary>A member's avatar; the key is the member's id. It is in exactly one room, or in none.</summary>
[Alias("Klapphaus.IAvatarGrain")]
public interface IAvatarGrain : IGrainWithStringKey
{
    /// <summary>The member is here by this connection from now on, if its session goes on and it is not banned.</summary>
    [Alias("Arrive")]
    Task<Arrival> Arrive(string connection, string session);

    /// <summary>Enters a room, by its id or through a door of the room that the avatar is in, and leaves the one it was in.</summary>
    [Alias("Enter")]
    Task<AvatarEntry> Enter(AvatarEnter request);

    /// <summary>Says whether the member may be drawn into conversations, in this room and the next.</summary>
    [Alias("MakeAvailable")]
    Task MakeAvailable(string connection, Availability availability);

    /// <summary>Leaves the room, if this connection is the one that is in it.</summary>
    [Alias("Leave")]
    Task Leave(string connection);

    /// <summary>The connection is gone.</summary>
    [Alias("Lose")]
    Task Lose(string connection);
}
