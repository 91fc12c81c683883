namespace Klapphaus.Grains.Conversations;

/// <summary>What changed in the conversations of a room since its last tick, and what was said.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomTalk")]
public sealed class RoomTalk
{
    /// <summary>Those that began or changed, as they are now.</summary>
    [Id(0)] public ConversationState[] Changed { get; init; } = [];
    [Id(1)] public int[] Ended { get; init; } = [];
    [Id(2)] public TalkParting[] Partings { get; init; } = [];
    [Id(3)] public TalkRefusal[] Refusals { get; init; } = [];
    [Id(4)] public Remark[] Remarks { get; init; } = [];
    [Id(5)] public SignalState[] Signals { get; init; } = [];
    /// <summary>Numbers of remarks that are taken back.</summary>
    [Id(6)] public long[] Retracted { get; init; } = [];
}
