using Klapphaus.Grains.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>A booking as one of those who meet sees it.</summary>
/// <param name="Slot">When, and who.</param>
/// <param name="IsOff">It is called off.</param>
/// <param name="IsHost">As the host sees it, and not who has booked it.</param>
sealed record TimeAppointment(TimeSlotState Slot, bool IsOff, bool IsHost)
{
    /// <summary>What one has to do with a time oneself: a booking, or the last that was called off; null for neither.</summary>
    public static TimeAppointment? Find(StandTimes times, string id, string me)
    {
        if (Array.Find(times.Slots, s => s.Id == id && s.BookedBy.Length > 0 && Concerns(s)) is { } booked) return new(booked, IsOff: false, booked.Host == me);
        var off = times.CalledOff.Where(c => c.Slot.Id == id && Concerns(c.Slot)).MaxBy(c => c.Slot.Revision);
        return off is null ? null : new(off.Slot, IsOff: true, off.Slot.Host == me);

        bool Concerns(TimeSlotState slot) => slot.Host == me || slot.BookedBy == me;
    }
}
