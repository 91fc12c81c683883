using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>One is in a conversation, or it changed, or one is in none any more.</summary>
[MessagePackObject]
public sealed record TalkChangedEvent
{
    /// <summary>Null when one is in none.</summary>
    [Key("talk")] public TalkView? Talk { get; init; }
    /// <summary>Why one is no longer in the one before: walkedAway, alone, outOfSight, steppedOut, removed, leftRoom, wentToArea, areaGone; empty when one is still in it.</summary>
    [Key("left")] public string Left { get; init; } = "";
}
