using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What was counted at a stand from one day to another, as it is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandPeriodState")]
public sealed record StandPeriodState
{
    [Id(0)] public required DateOnly First { get; init; }
    [Id(1)] public required DateOnly Last { get; init; }
    [Id(2)] public required FigureState Visits { get; init; }
    /// <summary>The visits by how long they were, in the order of <see cref="StayClass"/>.</summary>
    [Id(3)] public required FigureState[] Lengths { get; init; }
    /// <summary>By the ids of the materials.</summary>
    [Id(4)] public Dictionary<string, MaterialFigureState> Materials { get; init; } = [];

    public static StandPeriodState Of(StandPeriod period) => new()
    {
        First = period.First,
        Last = period.Last,
        Visits = FigureState.Of(period.Visits),
        Lengths = [.. period.Stays.Select(FigureState.Of)],
        Materials = period.Materials.ToDictionary(m => m.Key, m => MaterialFigureState.Of(m.Value)),
    };

    public StandPeriod ToPeriod() => new()
    {
        First = First,
        Last = Last,
        Visits = Visits.ToFigure(),
        Stays = Array.ConvertAll(Lengths, l => l.ToFigure()),
        Materials = Materials.ToDictionary(m => m.Key, m => m.Value.ToFigure()),
    };
}
