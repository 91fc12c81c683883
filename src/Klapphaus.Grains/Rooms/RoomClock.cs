namespace Klapphaus.Grains.Rooms;

/// <summary>The clock that rooms and feeds count by: milliseconds that never run backwards.</summary>
public static class RoomClock
{
    public static long Milliseconds(this TimeProvider time) => (long)(time.GetTimestamp() * (1000.0 / time.TimestampFrequency));
}
