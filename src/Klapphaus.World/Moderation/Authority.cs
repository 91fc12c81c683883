using Klapphaus.World.Members;

namespace Klapphaus.World.Moderation;

/// <summary>Who may moderate whom.</summary>
public static class Authority
{
    /// <summary>Moderators and organisers may, and nobody of their own rank or above.</summary>
    public static bool MayModerate(Role by, Role whom) => by >= Role.Moderator && by > whom;

    public static bool MayModerate(Role by) => by >= Role.Moderator;

    /// <summary>What a room is and who may do what in it.</summary>
    public static bool MaySetPolicy(Role by) => by >= Role.Moderator;
}
