using Klapphaus.World.Plans;
using Klapphaus.World.Rooms;

namespace Klapphaus.World.Conversations;

/// <summary>
/// The shape of a circle: who still stands with the others. Everybody is within <see cref="Nearness.Hold"/> of the middle of the others, and sees
/// somebody who sees somebody and so on to all: nobody talks through a wall.
/// </summary>
static class Ring
{
    /// <summary>Who does not belong to the circle any more where everybody is now, and why; empty when all do.</summary>
    public static List<(Participant Who, PartingReason Why)> Strays(Conversation circle, FloorPlan plan, long now)
    {
        List<(Participant, PartingReason)> strays = [];
        List<Place> places = [.. circle.Participants.Select(p => new Place(p, Reached(p.Avatar, plan, now)))];
        while (places.Count > 1 && Outermost(places) is { } stray)
        {
            places.Remove(stray);
            strays.Add((stray.Who, stray.Who.Avatar.StoodSince > stray.Who.Since ? PartingReason.WalkedAway : PartingReason.Alone));
        }
        var together = Together(places, plan);
        foreach (var place in places)
            if (!together.Contains(place)) strays.Add((place.Who, PartingReason.OutOfSight));
        return strays;
    }

    /// <summary>Where somebody is by now; who walks up to a wall is not behind it.</summary>
    static Position Reached(Avatar avatar, FloorPlan plan, long now) =>
        avatar.At(now) is var at && plan.ClearSight(avatar.Position, at) ? at : avatar.Position;

    /// <summary>Whether everybody would still belong if somebody came in.</summary>
    public static bool HoldsWith(Conversation circle, Avatar newcomer, long now)
    {
        List<Position> places = [.. circle.Participants.Select(p => p.Avatar.At(now)), newcomer.Position];
        var sum = Sum(places);
        return places.TrueForAll(p => DistanceToOthers(p, sum, places.Count) <= Nearness.Hold);
    }

    sealed record Place(Participant Who, Position At);

    /// <summary>The one who is too far from the others; of several the one who has moved last, and of those who walk the furthest. Null when nobody is.</summary>
    static Place? Outermost(List<Place> places)
    {
        var sum = Sum(places.ConvertAll(p => p.At));
        Place? outermost = null;
        var latest = (StoodSince: 0L, Distance: 0d);
        foreach (var place in places)
        {
            var distance = DistanceToOthers(place.At, sum, places.Count);
            if (distance <= Nearness.Hold) continue;
            var candidate = (place.Who.Avatar.StoodSince, distance);
            if (outermost is not null && candidate.CompareTo(latest) <= 0) continue;
            (outermost, latest) = (place, candidate);
        }
        return outermost;
    }

    static (long X, long Y) Sum(List<Position> places) => (places.Sum(p => (long)p.X), places.Sum(p => (long)p.Y));

    static double DistanceToOthers(Position at, (long X, long Y) sum, int count)
    {
        var (x, y) = (at.X - (sum.X - at.X) / (double)(count - 1), at.Y - (sum.Y - at.Y) / (double)(count - 1));
        return Math.Sqrt(x * x + y * y);
    }

    /// <summary>The largest part of the circle in which sight leads from each to each; of two as large the one of who came first.</summary>
    static List<Place> Together(List<Place> places, FloorPlan plan)
    {
        List<Place> left = [.. places];
        List<Place> largest = [];
        while (left.Count > largest.Count)
        {
            List<Place> part = [left[0]];
            left.RemoveAt(0);
            for (var i = 0; i < part.Count; i++)
            {
                var seen = left.FindAll(p => plan.ClearSight(part[i].At, p.At));
                part.AddRange(seen);
                left.RemoveAll(seen.Contains);
            }
            if (part.Count > largest.Count) largest = part;
        }
        return largest;
    }
}
