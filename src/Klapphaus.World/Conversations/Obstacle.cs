namespace Klapphaus.World.Conversations;

/// <summary>Why two people, or somebody and a conversation, are not brought together.</summary>
public enum Obstacle
{
    /// <summary>Nothing is in the way.</summary>
    None,

    /// <summary>Nobody of them is within <see cref="Nearness.Reach"/>.</summary>
    TooFar,

    /// <summary>A wall is between them.</summary>
    WallBetween,

    /// <summary>One walks, or has not stood for <see cref="Nearness.Dwell"/> yet.</summary>
    Walking,

    /// <summary>One does not want to be drawn into conversations.</summary>
    Busy,

    /// <summary>The connection of one is lost.</summary>
    Lost,

    /// <summary>One is in a conversation already.</summary>
    InConversation,

    /// <summary>One has left a conversation of its own will and has not walked since.</summary>
    SteppedOut,

    /// <summary>The conversation is closed: knock.</summary>
    Closed,

    /// <summary>The conversation has as many people as it takes: ask to join.</summary>
    Full,

    /// <summary>One was taken out of this conversation by a moderator.</summary>
    Removed,

    /// <summary>With one more the circle would be so wide that somebody fell out of it.</summary>
    TooWide,

    /// <summary>One stands where people want quiet.</summary>
    Quiet,

    /// <summary>One stands in an area that has a conversation of its own, and the other does not.</summary>
    OtherArea,
}
