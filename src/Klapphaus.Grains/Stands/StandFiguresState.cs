using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What is kept of who came to a stand: of days that are over numbers alone.</summary>
[GenerateSerializer]
[Alias("Klapphaus.StandFiguresState")]
public sealed record StandFiguresState
{
    [Id(0)] public int Version { get; init; } = 1;
    /// <summary>The day that is not over yet; null before anybody came.</summary>
    [Id(1)] public DaySheetState? Today { get; init; }
    /// <summary>The oldest first.</summary>
    [Id(2)] public StandPeriodState[] Periods { get; init; } = [];
    /// <summary>Of the days in the last period too little is known to show them yet.</summary>
    [Id(3)] public bool Grows { get; init; }

    public static StandFiguresState Of(StandFigures figures) => new()
    {
        Today = figures.Today is { } today ? DaySheetState.Of(today) : null,
        Periods = [.. figures.Periods.Concat(figures.Growing is { } growing ? [growing] : []).Select(StandPeriodState.Of)],
        Grows = figures.Growing is not null,
    };

    public StandFigures ToFigures() => new()
    {
        Today = Today?.ToSheet(),
        Growing = Grows ? Periods[^1].ToPeriod() : null,
        Periods = [.. Periods.SkipLast(Grows ? 1 : 0).Select(p => p.ToPeriod())],
    };

    /// <summary>As it is written when a call fails.</summary>
    public override string ToString() => "figures";
}
