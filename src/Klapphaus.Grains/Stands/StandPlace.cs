namespace Klapphaus.Grains.Stands;

/// <summary>Where a stand is: a room and an area of its plan, by their ids.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandPlace")]
public sealed record StandPlace([property: Id(0)] string Room, [property: Id(1)] string Area);
