namespace Klapphaus.Contracts;

/// <summary>One line of a moderation log.</summary>
public sealed record LogLineView
{
    /// <summary>Number within its room and month.</summary>
    public required long Number { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>muted, unmuted, mutedAll, hidden, shown, askedToSpeak, warned, moved, removed, sent, bannedFromRoom, pardonedInRoom, bannedFromHouse, pardonedInHouse, changedPolicy, retracted, removedFromConversation, announced, signedOut, answeredReport, answeredObjection, turnedAway, confirmedBan, declinedBan, tookDownStand or putBackStand.</summary>
    public required string Deed { get; init; }
    /// <summary>Name of who did it; <c>-</c> when they have been erased.</summary>
    public required string By { get; init; }
    /// <summary>Name of whom it was done to; may be empty.</summary>
    public required string Of { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset? Until { get; init; }
    /// <summary>Id of the room; empty for the house.</summary>
    public required string Room { get; init; }
}
