namespace Klapphaus.Grains.Rooms;

/// <summary>Where a door leads to.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.DoorAnswer")]
public sealed record DoorAnswer
{
    [Id(0)] public ErrorCode Error { get; init; }
    [Id(1)] public string? Room { get; init; }
    [Id(2)] public string? Entry { get; init; }
}
