namespace Klapphaus.Grains.House;

/// <summary>The rooms of the house and how full they are.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.RoomIndex")]
public sealed class RoomIndex
{
    /// <summary>Grows with each change.</summary>
    [Id(0)] public required long Version { get; init; }
    [Id(1)] public required RoomInfo[] Rooms { get; init; }
    /// <summary>The room in which one arrives.</summary>
    [Id(2)] public required string Start { get; init; }
    [Id(3)] public required Dictionary<string, string> Names { get; init; }
    [Id(4)] public required string Language { get; init; }
}
