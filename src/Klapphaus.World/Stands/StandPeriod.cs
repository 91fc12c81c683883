namespace Klapphaus.World.Stands;

/// <summary>What was counted from one day to another. It says nothing of single days.</summary>
public sealed record StandPeriod
{
    /// <summary>What is shown of one class alone is shown of all.</summary>
    const int FewestClasses = 2;

    /// <summary>About so many what lacks to the visits has to be.</summary>
    const int FewestHidden = 10;

    static readonly StayClass[] classes = Enum.GetValues<StayClass>();

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    /// <summary>A visit is a person's day at the stand: who comes again on the same day is on the same visit.</summary>
    public Figure Visits { get; init; }

    /// <summary>The visits by how long they were, in the order of <see cref="StayClass"/>.</summary>
    public IReadOnlyList<Figure> Stays { get; init; } = new Figure[classes.Length];

    /// <summary>By the ids of the materials.</summary>
    public IReadOnlyDictionary<string, MaterialFigure> Materials { get; init; } = new Dictionary<string, MaterialFigure>();

    /// <summary>The same and one day more.</summary>
    public StandPeriod Plus(DaySheet sheet) => this with
    {
        Last = sheet.Day,
        Visits = Visits.Plus(sheet.Stays.Count),
        Stays = [.. classes.Select(stay => Stays[(int)stay].Plus(sheet.StayedIn(stay)))],
        Materials = Materials.Keys.Union(sheet.Materials).ToDictionary(material => material, material => MaterialOf(material).PlusDay(sheet, material)),
    };

    /// <summary>
    /// What may be seen of it. A number that is about fewer than five different people is left out. A material is left out, too, when so few did not take it, or
    /// nobody. What two materials say of each other is not looked at: nobody can see from the numbers whether the same people took both.
    /// </summary>
    public ShownPeriod Shown()
    {
        var shown = ShownStays();
        return new(First, Last, Visits.Total, [.. classes.Select(stay => shown.Contains(stay) ? Stays[(int)stay].Total : (int?)null)],
            Materials.Where(m => m.Value.MayBeShown).ToDictionary(m => m.Key, m => m.Value.Taken.Total));
    }

    /// <summary>On the days before a material was first taken nobody took it.</summary>
    MaterialFigure MaterialOf(string material) => Materials.TryGetValue(material, out var known) ? known : new(default, Visits);

    /// <summary>
    /// The classes of stay that may be seen. Since they add up to the visits, one that is left out could be had by taking the others away: so the smallest of
    /// the others are left out with it until what lacks is about enough. Unless two are left, none is shown: also that nobody stayed longer, or less long,
    /// says something of each.
    /// </summary>
    List<StayClass> ShownStays()
    {
        var there = classes.Where(stay => Stays[(int)stay].Total > 0).OrderBy(stay => Stays[(int)stay].Total).ToList();
        var shown = there.FindAll(stay => Stays[(int)stay].SaysNothingOfOne);
        var hidden = there.FindAll(stay => !Stays[(int)stay].SaysNothingOfOne);
        while (hidden.Count > 0 && shown.Count >= FewestClasses && !IsEnough(hidden))
        {
            hidden.Add(shown[0]);
            shown.RemoveAt(0);
        }
        return shown.Count < FewestClasses ? [] : [.. shown, .. classes.Except(there)];
    }

    /// <summary>Many in all, and not only the same few on many days.</summary>
    bool IsEnough(List<StayClass> hidden) => hidden.Sum(stay => Stays[(int)stay].Total) >= FewestHidden && hidden.Exists(stay => Stays[(int)stay].SaysNothingOfOne);
}
