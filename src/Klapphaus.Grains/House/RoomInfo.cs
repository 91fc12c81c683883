namespace Klapphaus.Grains.House;

/// <summary>One room of the index.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomInfo")]
public sealed record RoomInfo
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required Dictionary<string, string> Names { get; init; }
    [Id(2)] public required string Kind { get; init; }
    [Id(3)] public required int Capacity { get; init; }
    [Id(4)] public int People { get; init; }
}
