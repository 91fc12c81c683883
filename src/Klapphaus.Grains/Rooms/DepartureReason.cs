namespace Klapphaus.Grains.Rooms;

/// <summary>Why somebody is no longer in a room.</summary>
public enum DepartureReason
{
    /// <summary>By their own wish, by the connection that was in the room.</summary>
    Left,
    /// <summary>The same member went elsewhere by another connection.</summary>
    TakenOver,
    /// <summary>The connection did not come back.</summary>
    Expired,
    /// <summary>There is no such room any more.</summary>
    RoomClosed,
    /// <summary>The member may not be in the house any more.</summary>
    Banned,
    /// <summary>A moderator has taken it out of this room.</summary>
    Removed,
}
