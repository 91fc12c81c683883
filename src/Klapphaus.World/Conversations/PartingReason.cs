namespace Klapphaus.World.Conversations;

/// <summary>Why somebody is no longer in a conversation.</summary>
public enum PartingReason
{
    /// <summary>By walking away.</summary>
    WalkedAway,

    /// <summary>The others have walked away, or left.</summary>
    Alone,

    /// <summary>A wall has come between.</summary>
    OutOfSight,

    /// <summary>By their own wish, without walking.</summary>
    SteppedOut,

    /// <summary>A moderator has taken them out.</summary>
    Removed,

    /// <summary>By leaving the room, or the connection did not come back.</summary>
    LeftRoom,

    /// <summary>By stopping in an area that has a conversation of its own.</summary>
    WentToArea,

    /// <summary>The area is no longer in the plan.</summary>
    AreaGone,
}
