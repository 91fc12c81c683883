namespace Klapphaus.World.Plans;

/// <summary>Where people arrive: a rectangle, over whose free tiles they are spread, or a single point.</summary>
/// <param name="Id">Unique among the entries of its room.</param>
/// <param name="Rect">Without width and height when it is a point.</param>
/// <param name="IsDefault">For everyone who did not come through a door; a room has exactly one.</param>
public sealed record Entry(string Id, Rect Rect, bool IsDefault);
