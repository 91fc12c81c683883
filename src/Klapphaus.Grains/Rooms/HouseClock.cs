namespace Klapphaus.Grains.Rooms;

/// <summary>The clock on the wall of this house, by which rooms open and close.</summary>
/// <param name="Zone">Its time zone.</param>
public sealed record HouseClock(TimeZoneInfo Zone);
