using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>Where things are on a plan, and where one stands to be there.</summary>
static class PlanPlaces
{
    /// <summary>Who stands nearer than this, in tiles, stands on one's feet.</summary>
    const double ElbowRoom = 0.8;

    /// <summary>How near one stops beside somebody, in tiles: near enough to be drawn into a conversation.</summary>
    const double BesideReach = 1.3;

    /// <summary>Around somebody, from the side one comes from to their back.</summary>
    static readonly double[] beside = [0, Math.PI / 4, -Math.PI / 4, Math.PI / 2, -Math.PI / 2, 3 * Math.PI / 4, -3 * Math.PI / 4, Math.PI];

    public static Position Middle(AreaView area) => new(area.X + (area.Width / 2), area.Y + (area.Height / 2));

    public static Position Middle(DoorView door) => new(door.X + (door.Width / 2), door.Y + (door.Height / 2));

    public static bool Contains(AreaView area, Position place) =>
        place.X >= area.X && place.X < area.X + area.Width && place.Y >= area.Y && place.Y < area.Y + area.Height;

    /// <summary>The area in which a place lies; a stand or table before the larger one around it. Null for none.</summary>
    public static AreaView? AreaAt(FloorPlanView plan, Position place) =>
        plan.Areas.Where(area => Contains(area, place)).MinBy(area => (long)area.Width * area.Height);

    /// <summary>The area that has people's talk in its own hand at a place, or wants quiet; a lobby is like the floor around it. As the house finds it.</summary>
    public static AreaView? TalkAreaAt(FloorPlanView plan, Position place) => Array.Find(plan.Areas, area => area.Kind != "lobby" && Contains(area, place));

    /// <summary>A free place in an area, near its middle and not where somebody stands already; null when it has none.</summary>
    public static Position? FreeIn(FloorPlanView plan, AreaView area, IReadOnlyCollection<Position> taken)
    {
        var way = new WayFinder(plan);
        var middle = Middle(area);
        return TilesOf(area).Where(place => Contains(area, place) && way.IsFree(place))
            .OrderBy(place => taken.Any(other => other.DistanceTo(place) < ElbowRoom)).ThenBy(middle.DistanceTo)
            .Select(place => (Position?)place).FirstOrDefault();
    }

    /// <summary>A free place near a door, near enough to go through it; null when walls are all around.</summary>
    public static Position? FreeAt(FloorPlanView plan, DoorView door)
    {
        var way = new WayFinder(plan);
        var middle = Middle(door);
        const int tile = Protocol.UnitsPerTile;
        return Tiles((door.X / tile) - 1, (door.Y / tile) - 1, ((door.X + door.Width) / tile) + 1, ((door.Y + door.Height) / tile) + 1)
            .Where(way.IsFree).OrderBy(middle.DistanceTo).Select(place => (Position?)place).FirstOrDefault();
    }

    /// <summary>
    /// A place beside somebody, on the side one comes from. Whoever stands beside them already goes a step around them: a conversation begins when somebody stops, and not
    /// for who just stands.
    /// </summary>
    public static Position Beside(FloorPlanView plan, Position other, Position from)
    {
        var way = new WayFinder(plan);
        var towards = Math.Atan2(from.Y - other.Y, from.X - other.X);
        var turns = from.DistanceTo(other) > BesideReach + ElbowRoom ? beside : beside[1..];
        foreach (var turn in turns)
        {
            var place = Position.FromTiles(other.TileX + (BesideReach * Math.Cos(towards + turn)), other.TileY + (BesideReach * Math.Sin(towards + turn)));
            if (way.IsFree(place) && way.IsClear(place, other))
                return place;
        }
        return other;
    }

    static IEnumerable<Position> TilesOf(AreaView area)
    {
        const int tile = Protocol.UnitsPerTile;
        return Tiles(area.X / tile, area.Y / tile, (area.X + area.Width - 1) / tile, (area.Y + area.Height - 1) / tile);
    }

    /// <summary>The middles of tiles, both ends of each row and column among them.</summary>
    static IEnumerable<Position> Tiles(int left, int top, int right, int bottom)
    {
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
                yield return Position.FromTiles(x + 0.5, y + 0.5);
        }
    }
}
