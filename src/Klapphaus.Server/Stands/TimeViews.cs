using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>Times for talks as one is told of them.</summary>
static class TimeViews
{
    const string Free = "free", Booked = "booked", CalledOff = "calledOff";

    public static StandTimesView Of(string stand, StandTimes times, string me) => new()
    {
        Stand = stand,
        Name = times.Name,
        Room = times.Room,
        Zone = times.Zone,
        MayOffer = times.MayOffer,
        Times =
        [
            .. times.Slots.Select(s => Of(s, s.BookedBy.Length == 0 ? Free : Booked, byHost: false, times, me))
                .Concat(times.CalledOff.Select(c => Of(c.Slot, CalledOff, c.ByHost, times, me))).OrderBy(t => t.Start).ThenBy(t => t.Id, StringComparer.Ordinal),
        ],
    };

    static StandTimeView Of(TimeSlotState slot, string state, bool byHost, StandTimes times, string me) => new()
    {
        Id = slot.Id,
        Start = slot.Start,
        End = slot.Start + slot.Length,
        State = state,
        Own = slot.Host == me,
        Mine = slot.BookedBy == me,
        Host = times.Names.GetValueOrDefault(slot.Host, ""),
        Visitor = times.MayOffer ? times.Names.GetValueOrDefault(slot.BookedBy, "") : "",
        ByHost = byHost,
    };
}
