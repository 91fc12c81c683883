namespace Klapphaus.World.Moderation;

/// <summary>Whether somebody may be in a room, and if not, why.</summary>
public enum Admission
{
    Welcome,

    /// <summary>A moderator keeps this person out.</summary>
    Banned,

    /// <summary>The room lets in only who has another role.</summary>
    NotAllowed,

    /// <summary>The room is shut.</summary>
    Shut,

    /// <summary>A moderator lets people in one by one, and has not let in this one.</summary>
    MustWait,
}
