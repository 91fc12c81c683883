namespace Klapphaus.Desktop.Settings;

/// <summary>
/// Hours in which nothing is announced, by the clock on this machine's wall. From <paramref name="From"/> to <paramref name="To"/>; when that is the earlier
/// time, to the next day.
/// </summary>
/// <param name="From">Belongs to them.</param>
/// <param name="To">Does not.</param>
/// <param name="Days">On which they begin; none for every day.</param>
sealed record QuietHours(TimeOnly From, TimeOnly To, DayOfWeek[] Days)
{
    const int DaysAWeek = 7;

    bool IsOverMidnight => From > To;

    /// <summary>When the quiet hours end in which a moment lies; null when it lies in none.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var (day, clock) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (BeginsOn(day) && clock >= From && (IsOverMidnight || clock < To)) return At(IsOverMidnight ? day.AddDays(1) : day, zone);
        if (IsOverMidnight && clock < To && BeginsOn(day.AddDays(-1))) return At(day, zone);
        return null;
    }

    bool BeginsOn(DateOnly day) => Days.Length is 0 or DaysAWeek || Days.Contains(day.DayOfWeek);

    DateTimeOffset At(DateOnly day, TimeZoneInfo zone)
    {
        var end = day.ToDateTime(To);
        // an hour that summer time leaves out: they end when the clock has jumped over it
        if (zone.IsInvalidTime(end)) end = end.AddHours(1);
        return new(end, zone.GetUtcOffset(end));
    }
}
