namespace Klapphaus.World.Stands;

/// <summary>A booking that is no more. It is kept until its time would have been, so that both who were to meet can tell their calendars.</summary>
/// <param name="Slot">As it was booked, with the revision of its end.</param>
/// <param name="ByHost">The stand has called it off, and not who had booked it.</param>
public sealed record CalledOffTime(TimeSlot Slot, bool ByHost);
