namespace Klapphaus.Contracts;

/// <summary>How many hits there are of each sort. The count of a sort heeds all filters but its own, so that it tells what another choice would lead to.</summary>
public sealed record StandFacetsView
{
    /// <summary>Hits that are stands.</summary>
    public required int Stands { get; init; }
    /// <summary>Hits that lie at stands.</summary>
    public required int Materials { get; init; }
    /// <summary>Hits at stands where somebody is now.</summary>
    public required int Staffed { get; init; }
    /// <summary>By id of the room, the most first.</summary>
    public required FacetCountView[] Rooms { get; init; }
    public required FacetCountView[] Topics { get; init; }
    /// <summary>By challenge that a solution is named for.</summary>
    public required FacetCountView[] Challenges { get; init; }
    /// <summary>By language tag.</summary>
    public required FacetCountView[] Languages { get; init; }
}
