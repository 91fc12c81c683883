namespace Klapphaus.World.Stands;

/// <summary>The times of a stand that can be booked for a talk.</summary>
/// <param name="slots">Kept up to date in place, since that is what is stored.</param>
/// <param name="calledOff">The same of bookings that are no more.</param>
public sealed class TimeBook(List<TimeSlot> slots, List<CalledOffTime> calledOff)
{
    public const int Most = 500;

    /// <summary>So many times that are yet to come one member books at a stand at most, so that there is something left for others.</summary>
    public const int MostBooked = 3;

    /// <summary>So far ahead times can be offered.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>For so long it is kept who had booked what.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>In the order of their beginning.</summary>
    public IReadOnlyList<TimeSlot> All => [.. slots.OrderBy(s => s.Start).ThenBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>Bookings that are no more, in the order in which they ended.</summary>
    public IReadOnlyList<CalledOffTime> CalledOff => calledOff;

    public TimeSlot? Find(string id) => slots.Find(s => s.Id == id);

    /// <summary>A host offers a time. A host is in one place at a time; what is long over makes room.</summary>
    public TimeOutcome Offer(TimeSlot slot, DateTimeOffset now)
    {
        if (Find(slot.Id) is { } known) return (known.Host, known.Start, known.Length) == (slot.Host, slot.Start, slot.Length) ? TimeOutcome.Done : TimeOutcome.Unknown;
        if (slot.Start <= now || slot.Start > now + Furthest) return TimeOutcome.NotAhead;
        if (slot.Length < TimeSlot.Shortest || slot.Length > TimeSlot.Longest) return TimeOutcome.LengthUnusable;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(slot.Zone, out _)) return TimeOutcome.ZoneUnknown;
        if (slots.Exists(s => s.Host == slot.Host && s.Overlaps(slot))) return TimeOutcome.Overlaps;
        if (slots.Count >= Most) slots.RemoveAll(s => s.End < now);
        if (slots.Count >= Most) return TimeOutcome.Full;
        slots.Add(slot with { Start = slot.Start.ToUniversalTime(), BookedBy = "", Revision = 0 });
        return TimeOutcome.Done;
    }

    /// <summary>A member books a time; the first who does has it. Whom the host has called off does not get the same time again.</summary>
    public TimeOutcome Book(string id, string member, DateTimeOffset now)
    {
        if (Find(id) is not { } slot || slot.Host == member) return TimeOutcome.Unknown;
        if (slot.BookedBy == member) return TimeOutcome.Done;
        if (!slot.IsFree || calledOff.Exists(c => c.ByHost && IsOf(c, id, member))) return TimeOutcome.Taken;
        if (slot.Start <= now) return TimeOutcome.NotAhead;
        if (slots.Exists(s => s.BookedBy == member && s.Overlaps(slot))) return TimeOutcome.Overlaps;
        if (slots.Count(s => s.BookedBy == member && s.Start > now) >= MostBooked) return TimeOutcome.TooMany;
        calledOff.RemoveAll(c => IsOf(c, id, member)); // it is on again
        return Change(slot with { BookedBy = member });
    }

    /// <summary>Who has booked it, or the host, cancels the booking; the time is free again.</summary>
    public TimeOutcome Cancel(string id, string member, DateTimeOffset now)
    {
        if (Find(id) is not { IsFree: false } slot || member != slot.BookedBy && member != slot.Host) return TimeOutcome.Unknown;
        if (slot.Start <= now) return TimeOutcome.NotAhead;
        CallOff(slot, member == slot.Host);
        return Change(slot with { BookedBy = "" });
    }

    /// <summary>The time is offered no more. Returns it as it was, so that who had booked it can be told; null when there is none.</summary>
    public TimeSlot? Withdraw(string id)
    {
        var slot = Find(id);
        if (slot is null) return null;
        slots.Remove(slot);
        if (!slot.IsFree) CallOff(slot, byHost: true);
        return slot;
    }

    /// <summary>Forgets what is over.</summary>
    /// <returns>Whether anything was.</returns>
    public bool Tidy(DateTimeOffset now) => slots.RemoveAll(s => s.End + Kept < now) + calledOff.RemoveAll(c => c.Slot.End + Kept < now) > 0;

    /// <summary>
    /// Forgets a member. What they offered is offered no more, what they booked is free again; the other one still learns that it is called off, and not by whom.
    /// </summary>
    /// <param name="member">Their id.</param>
    /// <param name="nobody">Stands in its place from now on.</param>
    public void Erase(string member, string nobody)
    {
        foreach (var slot in slots.Where(s => s.Host == member).ToList()) Withdraw(slot.Id);
        foreach (var slot in slots.Where(s => s.BookedBy == member).ToList())
        {
            CallOff(slot, byHost: false);
            Change(slot with { BookedBy = "" });
        }
        for (var i = 0; i < calledOff.Count; i++) calledOff[i] = calledOff[i] with { Slot = Without(calledOff[i].Slot, member, nobody) };
    }

    static TimeSlot Without(TimeSlot slot, string member, string nobody) =>
        slot with { Host = slot.Host == member ? nobody : slot.Host, BookedBy = slot.BookedBy == member ? nobody : slot.BookedBy };

    static bool IsOf(CalledOffTime time, string id, string member) => time.Slot.Id == id && time.Slot.BookedBy == member;

    /// <summary>When there are too many, those are forgotten first that the visitors have called off themselves: they know.</summary>
    void CallOff(TimeSlot slot, bool byHost)
    {
        calledOff.RemoveAll(c => IsOf(c, slot.Id, slot.BookedBy));
        if (calledOff.Count >= Most) calledOff.RemoveAt(Math.Max(0, calledOff.FindIndex(c => !c.ByHost)));
        calledOff.Add(new(slot with { Revision = slot.Revision + 1 }, byHost));
    }

    TimeOutcome Change(TimeSlot slot)
    {
        slots[slots.FindIndex(s => s.Id == slot.Id)] = slot with { Revision = slot.Revision + 1 };
        return TimeOutcome.Done;
    }
}
