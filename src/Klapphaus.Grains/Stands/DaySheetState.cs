using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>Who is counted today, by marks that say nothing once the day is over (<see cref="DaySheet"/>), as it is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.DaySheetState")]
public sealed record DaySheetState
{
    /// <summary>By the stand's clock on the wall.</summary>
    [Id(0)] public required DateOnly Day { get; init; }
    /// <summary>Random, of this day alone.</summary>
    [Id(1)] public required byte[] Salt { get; init; }
    /// <summary>How long each has stayed, by mark.</summary>
    [Id(2)] public Dictionary<string, TimeSpan> Stays { get; init; } = [];
    /// <summary>The marks of those who took each material, by its id.</summary>
    [Id(3)] public Dictionary<string, string[]> Takers { get; init; } = [];

    public static DaySheetState Of(DaySheet sheet) => new()
    {
        Day = sheet.Day,
        Salt = [.. sheet.Salt],
        Stays = new(sheet.Stays),
        Takers = sheet.Materials.ToDictionary(m => m, m => sheet.TakersOf(m).ToArray()),
    };

    public DaySheet ToSheet() => new(Day, Salt, Stays, Takers.Select(t => KeyValuePair.Create<string, IReadOnlyCollection<string>>(t.Key, t.Value)));

    /// <summary>As it is written when a call fails: without the salt.</summary>
    public override string ToString() => $"{Day}";
}
