namespace Klapphaus.Grains.Rooms;

/// <summary>How the people of this house hear each other.</summary>
/// <param name="Routed">There is a media server for more than browsers can do each with each.</param>
public sealed record RoomSound(bool Routed);
