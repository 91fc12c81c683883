namespace Klapphaus.World.Stands;

/// <summary>
/// Counts who comes to a stand and what they take along, so that nothing shown is about fewer than five different people. Days are put together until one of
/// them has had five; only then are they shown, as one period, and for good. So no two looks, today's and tomorrow's, differ by a day that is about fewer.
/// Today is never shown. People are told apart by their ids alone: a visitor who has given nothing but a name counts as much as one with an account or an
/// invitation, so whoever comes under five names is taken for five.
/// </summary>
/// <param name="figures">Kept up to date in place, since that is what is stored.</param>
/// <param name="zone">Of the stand's clock on the wall.</param>
/// <param name="newSalt">Random bytes, others each time; a day's salt is kept no longer than the day.</param>
public sealed class StandStatistics(StandFigures figures, TimeZoneInfo zone, Func<byte[]> newSalt)
{
    public const int FewestPeople = 5;

    /// <summary>More than a year; the oldest are forgotten.</summary>
    public const int MostPeriods = 400;

    /// <summary>Who is here, since when; only as long as they are, and never stored.</summary>
    readonly Dictionary<string, DateTimeOffset> present = [];

    /// <summary>Nobody is here who counts.</summary>
    public bool IsEmpty => present.Count == 0;

    /// <summary>Somebody comes who is not of the stand's team.</summary>
    public void Come(string member, DateTimeOffset now)
    {
        var today = Turn(now);
        if (present.TryAdd(member, now)) today.Stay(member, TimeSpan.Zero);
    }

    public void Go(string member, DateTimeOffset now)
    {
        var today = Turn(now);
        if (present.Remove(member, out var since)) today.Stay(member, Between(since, now));
    }

    /// <summary>Somebody who is not of the team takes a material along, be they at the stand or not.</summary>
    public void Take(string member, string material, DateTimeOffset now) => Turn(now).Take(member, material);

    /// <summary>
    /// Counts the time until now of those who are here, so that what is stored next knows of it; who stays goes on with the same visit. Turns the day when it is
    /// over.
    /// </summary>
    public void Settle(DateTimeOffset now)
    {
        var today = Turn(now);
        foreach (var (member, since) in present.ToList())
        {
            today.Stay(member, Between(since, now));
            present[member] = now;
        }
    }

    /// <summary>What may be seen, the oldest first.</summary>
    public IReadOnlyList<ShownPeriod> Shown(DateTimeOffset now)
    {
        Turn(now);
        return figures.Periods.ConvertAll(period => period.Shown());
    }

    /// <summary>Closes the day when it is over. Who stays over midnight has had the time until now on the old day and begins another visit.</summary>
    DaySheet Turn(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var day = new DateOnly(local.Year, local.Month, local.Day);
        if (figures.Today is { } sheet)
        {
            if (sheet.Day >= day) return sheet;
            foreach (var (member, since) in present) sheet.Stay(member, Between(since, now));
            Close(sheet);
        }
        figures.Today = new(day, newSalt());
        foreach (var member in present.Keys.ToList())
        {
            present[member] = now;
            figures.Today.Stay(member, TimeSpan.Zero);
        }
        return figures.Today;
    }

    void Close(DaySheet sheet)
    {
        var first = figures.Periods is [.., var last] ? last.Last.AddDays(1) : sheet.Day;
        var grown = (figures.Growing ?? new() { First = first, Last = sheet.Day }).Plus(sheet);
        figures.Growing = sheet.Stays.Count < FewestPeople ? grown : null;
        if (figures.Growing is not null) return;
        figures.Periods.Add(grown);
        if (figures.Periods.Count > MostPeriods) figures.Periods.RemoveAt(0);
    }

    static TimeSpan Between(DateTimeOffset since, DateTimeOffset now) => now > since ? now - since : TimeSpan.Zero;
}
