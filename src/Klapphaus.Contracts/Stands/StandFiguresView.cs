namespace Klapphaus.Contracts;

/// <summary>How many came to a stand and what they took along. No number is about fewer than five people, and none about today.</summary>
public sealed record StandFiguresView
{
    /// <summary>The oldest first. Days with fewer than five visitors are put together with those that follow.</summary>
    public required StandPeriodView[] Periods { get; init; }
    /// <summary>A number is about so many people at least.</summary>
    public required int Fewest { get; init; }
}
