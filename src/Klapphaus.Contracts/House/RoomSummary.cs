using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>A room in the list of rooms.</summary>
[MessagePackObject]
public sealed record RoomSummary
{
    [Key("id")] public required string Id { get; init; }
    /// <summary>Name by language (de, en); de is always there.</summary>
    [Key("names")] public required IReadOnlyDictionary<string, string> Names { get; init; }
    /// <summary>foyer, hall, stage, tables or garden: how it is shown in the list, nothing more.</summary>
    [Key("kind")] public required string Kind { get; init; }
    /// <summary>People inside, now.</summary>
    [Key("people")] public required int People { get; init; }
    [Key("capacity")] public required int Capacity { get; init; }
}
