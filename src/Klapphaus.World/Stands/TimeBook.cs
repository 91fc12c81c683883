namespace Klapphaus.World.Stands;

/// <summary>The times of a stand that can be booked for a talk.</summary>
/// <param name="slots">Kept up to date in place, since that is what is stored.</param>
public sealed class TimeBook(List<TimeSlot> slots)
{
    public const int Most = 500;

    /// <summary>So far ahead times can be offered.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>In the order of their beginning.</summary>
    public IReadOnlyList<TimeSlot> All => [.. slots.OrderBy(s => s.Start).ThenBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>Those that can still be booked.</summary>
    public IReadOnlyList<TimeSlot> Free(DateTimeOffset now) => [.. All.Where(s => s.IsFree && s.Start > now)];

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

    /// <summary>A member books a time; the first who does has it.</summary>
    public TimeOutcome Book(string id, string member, DateTimeOffset now)
    {
        if (Find(id) is not { } slot || slot.Host == member) return TimeOutcome.Unknown;
        if (slot.BookedBy == member) return TimeOutcome.Done;
        if (!slot.IsFree) return TimeOutcome.Taken;
        if (slot.Start <= now) return TimeOutcome.NotAhead;
        if (slots.Exists(s => s.BookedBy == member && s.Overlaps(slot))) return TimeOutcome.Overlaps;
        return Change(slot with { BookedBy = member });
    }

    /// <summary>Who has booked it, or the host, cancels the booking; the time is free again.</summary>
    public TimeOutcome Cancel(string id, string member, DateTimeOffset now)
    {
        if (Find(id) is not { IsFree: false } slot || member != slot.BookedBy && member != slot.Host) return TimeOutcome.Unknown;
        return slot.Start <= now ? TimeOutcome.NotAhead : Change(slot with { BookedBy = "" });
    }

    /// <summary>The time is offered no more. Returns it as it was, so that who had booked it can be told; null when there is none.</summary>
    public TimeSlot? Withdraw(string id)
    {
        var slot = Find(id);
        if (slot is not null) slots.Remove(slot);
        return slot;
    }

    TimeOutcome Change(TimeSlot slot)
    {
        slots[slots.FindIndex(s => s.Id == slot.Id)] = slot with { Revision = slot.Revision + 1 };
        return TimeOutcome.Done;
    }
}
