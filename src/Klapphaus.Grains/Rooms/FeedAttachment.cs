using Klapphaus.Grains.Conversations;

namespace Klapphaus.Grains.Rooms;

/// <summary>A feed that attaches, with everybody whom it has in its mirror by connections of its own.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.FeedAttachment")]
public sealed class FeedAttachment
{
    [Id(0)] public required string Feed { get; init; }
    [Id(1)] public required IRoomObserver Observer { get; init; }
    [Id(4)] public RoomResident[] Residents { get; init; } = [];
    /// <summary>The conversations that it knows of.</summary>
    [Id(5)] public ConversationState[] Conversations { get; init; } = [];
    /// <summary>The activation of the room that it has them from.</summary>
    [Id(6)] public Guid Activation { get; init; }
}
