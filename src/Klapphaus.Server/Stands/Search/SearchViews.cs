using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Conversations;
using Klapphaus.World.Plans;

namespace Klapphaus.Server.Stands.Search;

/// <summary>What was found, as it is told to those who have looked for it.</summary>
static class SearchViews
{
    /// <param name="hit">What the index has found.</param>
    /// <param name="stand">What is known of its stand; null when that is no more.</param>
    /// <param name="way">The way there; null when nobody asked, or none leads there.</param>
    public static StandHitView Hit(StandHit hit, StandSummary? stand, HouseWay? way) => new()
    {
        Stand = hit.Stand,
        Name = stand?.Name ?? hit.Title,
        Item = hit.Material ?? "",
        Title = hit.Title,
        Line = stand?.Line ?? "",
        Accent = stand?.Accent ?? "",
        Room = hit.Room,
        Area = hit.Place,
        Staffed = stand?.Staffed == true,
        Reasons = [.. hit.Reasons.Select(Reason)],
        Solutions = [.. hit.Solutions.Select(s => new SolutionReasonView { Solution = s.Solution, Challenge = s.Challenge })],
        Metres = way is null ? null : (int)Math.Round(way.Metres),
        Doors = way is null ? null : [.. way.Doors],
    };

    public static StandFacetsView Facets(StandFacets facets) => new()
    {
        Stands = facets.Stands,
        Materials = facets.Materials,
        Staffed = facets.Staffed,
        Rooms = Counts(facets.Rooms),
        Topics = Counts(facets.Topics),
        Challenges = Counts(facets.Challenges),
        Languages = Counts(facets.Languages),
    };

    static MatchReasonView Reason(MatchReason reason) => new()
    {
        Field = TalkViews.Word(reason.Field),
        Text = reason.Text,
        Ranges = [.. reason.Ranges.Select(r => new TextRangeView { Start = r.Start, Length = r.Length })],
        CutBefore = reason.CutBefore,
        CutAfter = reason.CutAfter,
    };

    static FacetCountView[] Counts(IReadOnlyList<FacetCount> counts) => [.. counts.Select(c => new FacetCountView { Value = c.Value, Count = c.Count })];
}
