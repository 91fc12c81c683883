namespace Klapphaus.Grains.Moderation;

/// <summary>What a moderator did. Stored as a number: new ones are added at the end.</summary>
public enum Deed
{
    Muted,
    Unmuted,
    MutedAll,
    Hidden,
    Shown,
    AskedToSpeak,
    Warned,
    Moved,
    Removed,
    Sent,
    BannedFromRoom,
    PardonedInRoom,
    BannedFromHouse,
    PardonedInHouse,
    ChangedPolicy,
    Retracted,
    RemovedFromConversation,
    Announced,
    SignedOut,
    AnsweredReport,
    AnsweredObjection,
    TurnedAway,
    ConfirmedBan,
    DeclinedBan,
    TookDownStand,
    PutBackStand,
}
