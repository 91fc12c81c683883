namespace Klapphaus.World.Plans;

/// <summary>A way on foot.</summary>
/// <param name="Metres">How long it is.</param>
/// <param name="Doors">Ids of the doors that it leads through, each of the room that one is in by then; none within a room.</param>
public sealed record HouseWay(double Metres, IReadOnlyList<string> Doors);
