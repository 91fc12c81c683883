using Klapphaus.World.Conversations;

namespace Klapphaus.Grains.Conversations;

/// <summary>Somebody in a conversation, as feeds hear of it.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.ParticipantState")]
public sealed record ParticipantState
{
    [Id(0)] public required int Handle { get; init; }
    [Id(1)] public required string Member { get; init; }
    [Id(2)] public required JoinReason Why { get; init; }
    /// <summary>Number of the avatar beside which it came in.</summary>
    [Id(3)] public required int With { get; init; }
    [Id(4)] public required bool IsHeard { get; init; }
    [Id(5)] public bool Listens { get; init; }
    [Id(6)] public bool HasWord { get; init; }
    [Id(7)] public bool Muted { get; init; }
    /// <summary>For how long the hand has been up, in milliseconds; -1 when it is not.</summary>
    [Id(8)] public long HandAge { get; init; } = -1;
    [Id(9)] public bool Follows { get; init; }
    [Id(10)] public bool HasSound { get; init; }
    [Id(11)] public MediaKinds Sends { get; init; }
    [Id(12)] public bool Unseen { get; init; }
    /// <summary>Handles of those in the conversation whom it neither hears nor sees, nor they it.</summary>
    [Id(13)] public int[] Apart { get; init; } = [];

    public override string ToString() => $"participant {Handle}";
}
