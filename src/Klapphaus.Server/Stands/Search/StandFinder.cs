using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.World.Plans;

namespace Klapphaus.Server.Stands.Search;

/// <summary>Answers those who look for stands: what the index finds, who is there, and how to walk to it. The index has only what everybody may see.</summary>
sealed class StandFinder(StandIndex index, StandReader reader, StandShelf shelf, HouseMap map, ILogger<StandFinder> log)
{
    /// <summary>Null when there is no such room as the one that the asker says to be in.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="query">What for.</param>
    /// <param name="near">Where they are; null when they do not say.</param>
    /// <param name="nearestFirst">The nearest are to come first.</param>
    public async Task<StandSearchView?> FindAsync(Caller who, StandQuery query, (string Room, Position Place)? near, bool nearestFirst)
    {
        var isComplete = reader.IsComplete; // asked before: what is read meanwhile is not in the answer
        var plan = near is null ? null : await TryReadMapAsync();
        var ways = near is { } here && plan is not null ? plan.From(here.Room, here.Place, room => who.Rooms.Length == 0 || who.Rooms.Contains(room)) : null;
        if (plan is not null && ways is null) return null;
        var known = shelf.All.ToDictionary(s => s.Id);
        var answer = index.Find(query, stand => known.GetValueOrDefault(stand)?.Staffed == true, nearestFirst && ways is not null ? new(near!.Value.Room, (room, area) => Metres(ways, room, area)) : null);
        StandHitView View(StandHit hit) => SearchViews.Hit(hit, known.GetValueOrDefault(hit.Stand), ways?.GetValueOrDefault((hit.Room, hit.Place)));
        return new()
        {
            // the index learns a moment later what this process knows of already
            Hits = [.. answer.Hits.Where(h => known.GetValueOrDefault(h.Stand) is { } stand && stand.IsOpen() && !IsDown(stand, h.Material)).Select(View)],
            Total = answer.Total,
            HasAllWords = answer.HasAllWords,
            Unknown = [.. answer.Unknown],
            Complete = isComplete,
            Facets = SearchViews.Facets(answer.Facets),
        };
    }

    static bool IsDown(StandSummary stand, string? item) => item is not null && Array.Exists(stand.DownMaterials, down => item.EndsWith($"/{down}", StringComparison.Ordinal));

    /// <summary>Where the way cannot be told one is told at least where it is.</summary>
    async Task<HouseWays?> TryReadMapAsync()
    {
        try
        {
            return await map.WaysAsync();
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            log.NoWays(e.GetType().Name);
            return null;
        }
    }

    static double Metres(IReadOnlyDictionary<(string Room, string Area), HouseWay> ways, string room, string area) =>
        ways.TryGetValue((room, area), out var way) ? way.Metres : double.PositiveInfinity;
}
