using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Moderation;

namespace Klapphaus.Grains.Rooms;

/// <summary>Everything that changed in a room since its last tick; arrays of one prefix run in parallel.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomTick")]
public sealed class RoomTick
{
    /// <summary>Counts up by one; the activation tells one count from another.</summary>
    [Id(0)] public required long Number { get; init; }
    [Id(1)] public required Guid Activation { get; init; }
    /// <summary>Milliseconds between two ticks while there is something to hand out.</summary>
    [Id(2)] public required int Interval { get; init; }
    [Id(3)] public required int[] Handles { get; init; }
    [Id(4)] public required uint[] States { get; init; }
    /// <summary>How long before <see cref="SentAt"/> the avatar was there, in milliseconds.</summary>
    [Id(5)] public required ushort[] Ages { get; init; }
    /// <summary>Who came, or came back by another connection.</summary>
    [Id(6)] public RoomPerson[] Entered { get; init; } = [];
    [Id(7)] public Departure[] Left { get; init; } = [];
    /// <summary>Avatars whose step was refused, and where they stand.</summary>
    [Id(8)] public int[] PutBackHandles { get; init; } = [];
    [Id(9)] public uint[] PutBackStates { get; init; } = [];
    /// <summary>Members for whom a place is held from now on.</summary>
    [Id(10)] public string[] PlacesHeld { get; init; } = [];
    /// <summary>The plan in force from this tick on, when it changed.</summary>
    [Id(11)] public RoomPlan? Plan { get; init; }
    /// <summary>When the tick went off, in milliseconds on the room's clock.</summary>
    [Id(12)] public required long SentAt { get; init; }
    /// <summary>Tells the room's clock from the one that it had on another machine.</summary>
    [Id(13)] public required long Clock { get; init; }
    /// <summary>What changed in conversations; null when nothing did.</summary>
    [Id(14)] public RoomTalk? Talk { get; init; }
    /// <summary>What single people are told about what a moderator did.</summary>
    [Id(15)] public Notice[] Notices { get; init; } = [];
    /// <summary>The policy in force from this tick on, when it changed.</summary>
    [Id(16)] public PolicyState? Policy { get; init; }
    /// <summary>Members who asked to be let in and are not.</summary>
    [Id(17)] public string[] TurnedAway { get; init; } = [];
}
