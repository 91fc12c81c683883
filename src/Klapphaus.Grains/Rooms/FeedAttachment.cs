namespace Klapphaus.Grains.Rooms;

/// <summary>A feed that attaches, with everybody whom it has in its mirror by connections of its own.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.FeedAttachment")]
public sealed class FeedAttachment
{
    [Id(0)] public required string Feed { get; init; }
    [Id(1)] public required IRoomObserver Observer { get; init; }
    [Id(2)] public RoomPerson[] Residents { get; init; } = [];
    /// <summary>Where the residents stand, in the same order.</summary>
    [Id(3)] public uint[] States { get; init; } = [];
}
