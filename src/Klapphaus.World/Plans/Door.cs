namespace Klapphaus.World.Plans;

/// <summary>Leads from where it lies to a named entry of another room.</summary>
/// <param name="Id">Unique among the doors of its room.</param>
/// <param name="Rect">Where one has to stand to go through.</param>
/// <param name="Room">The id of the other room.</param>
/// <param name="Entry">The id of an entry there.</param>
public sealed record Door(string Id, Rect Rect, string Room, string Entry);
