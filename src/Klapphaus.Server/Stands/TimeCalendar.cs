using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Klapphaus.Grains.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>
/// Appointments in the form that every calendar takes in (RFC 5545). The house knows no addresses of e-mail, so that nobody is invited by it who could answer to
/// somebody: a booking is published, and cancelled under the same number when it is called off.
/// </summary>
static class TimeCalendar
{
    public const string MediaType = "text/calendar";

    const string Maker = "-//Klapphaus//Klapphaus//DE";

    /// <summary>Of the change between summer and winter time before it no calendar has to know.</summary>
    const int YearsBefore = 1;

    public static string Method(TimeAppointment appointment) => appointment.IsOff ? CalendarMethods.Cancel : CalendarMethods.Publish;

    /// <param name="appointment">What it is about.</param>
    /// <param name="times">Of the stand, with the names of those who meet.</param>
    /// <param name="stand">Its id.</param>
    /// <param name="house">Where the house is.</param>
    /// <param name="now">The moment.</param>
    /// <param name="german">The reader's language; else it is English.</param>
    public static string Write(TimeAppointment appointment, StandTimes times, string stand, Uri house, DateTimeOffset now, bool german)
    {
        var slot = appointment.Slot;
        var (zone, page) = (TimeZoneInfo.FindSystemTimeZoneById(slot.Zone), new Uri(house, $"/?raum={Uri.EscapeDataString(times.Room)}&stand={stand}"));
        var calendar = new Calendar { Method = Method(appointment), ProductId = Maker };
        var appointed = new CalendarEvent
        {
            Uid = $"{slot.Id}@{stand}.klapphaus",
            Sequence = slot.Revision,
            DtStamp = Utc(now),
            Status = appointment.IsOff ? EventStatus.Cancelled : EventStatus.Confirmed,
            Summary = Summary(appointment, times, german),
            Description = Description(page, german),
            Location = times.Name,
            Url = page,
            Organizer = new Organizer { Value = new Uri(house, $"/stand/{stand}"), CommonName = times.Name },
        };
        (appointed.Start, appointed.End) = IsClear(slot, zone) ? (Local(slot.Start, zone), Local(slot.Start + slot.Length, zone)) : (Utc(slot.Start), Utc(slot.Start + slot.Length));
        if (appointed.Start!.TzId == zone.Id) calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Id, new(slot.Start.Year - YearsBefore, 1, 1), includeHistoricalData: false));
        calendar.Events.Add(appointed);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    static string Summary(TimeAppointment appointment, StandTimes times, bool german)
    {
        var id = appointment.IsHost ? appointment.Slot.BookedBy : appointment.Slot.Host;
        var with = times.Names.GetValueOrDefault(id, "");
        return (with.Length > 0, german) switch
        {
            (true, true) => $"Gespräch mit {with} ({times.Name})",
            (true, false) => $"Talk with {with} ({times.Name})",
            (false, true) => $"Gespräch am Stand ({times.Name})",
            (false, false) => $"Talk at the stand ({times.Name})",
        };
    }

    static string Description(Uri page, bool german) => german ? $"Im Klapphaus am Stand: {page}" : $"In the Klapphaus at the stand: {page}";

    /// <summary>The clock on the wall says when it is. In the night in which it is put back it says the same twice, and then only UTC is clear.</summary>
    static bool IsClear(TimeSlotState slot, TimeZoneInfo zone) => zone.HasIanaId && !zone.IsAmbiguousTime(slot.Start) && !zone.IsAmbiguousTime(slot.Start + slot.Length);

    static CalDateTime Local(DateTimeOffset moment, TimeZoneInfo zone) => new(DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(moment, zone).DateTime, DateTimeKind.Unspecified), zone.Id);

    static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime, CalDateTime.UtcTzId);
}
