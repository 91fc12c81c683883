namespace Klapphaus.Contracts;

/// <summary>What was counted at a stand from one day to another.</summary>
public sealed record StandPeriodView
{
    public required DateOnly First { get; init; }
    public required DateOnly Last { get; init; }
    /// <summary>Visits; a person's day is one.</summary>
    public required int Visits { get; init; }
    /// <summary>Visits of under 1, 5, 15 and 60 minutes, and longer ones; null where the number would say too much of somebody.</summary>
    public required int?[] Stays { get; init; }
    /// <summary>Those are left out of which the number would say too much of somebody.</summary>
    public required TakenMaterialView[] Materials { get; init; }
}
