namespace Klapphaus.Grains.Moderation;

/// <summary>What the house says to one person about what a moderator did.</summary>
public enum NoticeKind
{
    Warned,
    Muted,
    Unmuted,
    Hidden,
    Shown,

    /// <summary>Is asked to switch the microphone on.</summary>
    AskedToSpeak,

    /// <summary>Stands elsewhere in the room.</summary>
    Moved,

    /// <summary>Is out of the room, and may come back.</summary>
    Removed,

    /// <summary>Is out of the room, and is to go to another.</summary>
    Sent,

    /// <summary>Is out of the room, and may not come back for a while.</summary>
    BannedFromRoom,

    /// <summary>Is out of the room, since it is shut or only others may be in it now.</summary>
    RoomClosed,

    /// <summary>Said to moderators: somebody asks to be let in; the reason is the name.</summary>
    SomebodyWaits,
}
