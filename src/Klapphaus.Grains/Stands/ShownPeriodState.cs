using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What a stand's team sees of the days from one to another, as it travels.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.ShownPeriodState")]
public sealed record ShownPeriodState
{
    [Id(0)] public required DateOnly First { get; init; }
    [Id(1)] public required DateOnly Last { get; init; }
    [Id(2)] public required int Visits { get; init; }
    /// <summary>In the order of <see cref="StayClass"/>; null where it would say too much.</summary>
    [Id(3)] public required int?[] Stays { get; init; }
    /// <summary>How many took which material, by its id.</summary>
    [Id(4)] public required Dictionary<string, int> Materials { get; init; }

    public static ShownPeriodState Of(ShownPeriod period) =>
        new() { First = period.First, Last = period.Last, Visits = period.Visits, Stays = [.. period.Stays], Materials = new(period.Materials) };
}
