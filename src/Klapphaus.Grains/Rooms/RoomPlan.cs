namespace Klapphaus.Grains.Rooms;

/// <summary>A floor plan as it travels and is stored: the checked file itself.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomPlan")]
public sealed record RoomPlan
{
    /// <summary>The room's id.</summary>
    [Id(0)] public required string Id { get; init; }
    /// <summary>The Tiled map as JSON.</summary>
    [Id(1)] public required string Json { get; init; }
    /// <summary>How many people the house lets in.</summary>
    [Id(3)] public required int Capacity { get; init; }
    /// <summary>Names of the rooms that its doors lead to, by room id and language.</summary>
    [Id(2)] public required Dictionary<string, Dictionary<string, string>> Neighbours { get; init; }
}
