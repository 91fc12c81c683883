namespace Klapphaus.World.Moderation;

/// <summary>Whether a moderator is the second pair of eyes that a ban waits for.</summary>
public enum SecondLook
{
    /// <summary>The ban waits for somebody else than who pronounced it, and this is one.</summary>
    Due,

    /// <summary>The ban waits, but not for who pronounced it.</summary>
    SameEyes,

    /// <summary>The ban is over, has been confirmed, or needs no second moderator.</summary>
    NothingWaits,
}
