using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Moderation;

namespace Klapphaus.Grains.Rooms;

/// <summary>A room on its way from one machine to another: everything that is not stored, so that neither people nor feeds notice.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomHandover")]
public sealed record RoomHandover
{
    /// <summary>Key in the grain's migration.</summary>
    public const string Key = "room";

    [Id(0)] public required Guid Activation { get; init; }
    [Id(1)] public required long Number { get; init; }
    [Id(2)] public required RoomResident[] Residents { get; init; }
    /// <summary>For how long each resident's connection has been lost, in milliseconds; -1 when it is not.</summary>
    [Id(3)] public required long[] Lost { get; init; }
    [Id(4)] public required string[] Feeds { get; init; }
    [Id(5)] public required IRoomObserver[] Observers { get; init; }
    /// <summary>Who waits for a place, in order; those for whom one was held are first.</summary>
    [Id(6)] public required string[] Waiting { get; init; }
    /// <summary>When it set out. The ages of residents count from here.</summary>
    [Id(7)] public required DateTimeOffset SetOutAt { get; init; }
    [Id(8)] public ConversationState[] Conversations { get; init; } = [];
    /// <summary>What moderators did and does not stand in the log yet.</summary>
    [Id(9)] public LogEntry[] Unlogged { get; init; } = [];
    /// <summary>What is in force and not stored yet; null when all is stored.</summary>
    [Id(10)] public RoomRules? Unkept { get; init; }
    /// <summary>Who asks to be let in, first come first.</summary>
    [Id(11)] public AskingState[] Asking { get; init; } = [];
    /// <summary>Ids of the members whom a moderator has let in.</summary>
    [Id(12)] public string[] LetIn { get; init; } = [];
    /// <summary>By which connection each member waits, and at which feed.</summary>
    [Id(13)] public Dictionary<string, (string Connection, string Feed)> WaitsBy { get; init; } = [];
}
