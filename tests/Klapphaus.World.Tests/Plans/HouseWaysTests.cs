using CsCheck;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

/// <summary>How far it is on foot, in a room and through doors.</summary>
public sealed class HouseWaysTests
{
    /// <summary>Its door leads to the hall, where one arrives in the east, beside stand 1.</summary>
    static readonly FloorPlan foyer = Plan("foyer", "halle", "aus-foyer",
        "..........",
        ".####.....",
        ".#3...e.dd",
        ".####.....");

    static readonly FloorPlan hall = Plan("halle", "garten", "aus-halle",
        "......##..",
        ".22...#11.",
        "......##..",
        "d.......e.");

    static readonly FloorPlan garden = Plan("garten", "foyer", "aus-garten",
        "e......d",
        "........",
        "........",
        ".....44.");

    static readonly HouseWays house = new([foyer, hall, garden]);

    [Fact]
    public void WithinARoomOneWalksAroundWalls()
    {
        var ways = house.From("foyer", Position.AtTile(0, 2), _ => true)!;
        // two up along the wall, five across above it, two down again and three back to the stand behind it
        Assert.Equal((12, 0), (Rounded(ways[("foyer", "stand-3")]), ways[("foyer", "stand-3")].Doors.Count));
        Assert.Equal(0, house.From("foyer", Position.AtTile(2, 2), _ => true)![("foyer", "stand-3")].Metres);
    }

    [Fact]
    public void OtherRoomsAreReachedThroughDoors()
    {
        var ways = house.From("foyer", Position.AtTile(6, 2), _ => true)!;
        Assert.Equal(["nach-halle"], ways[("halle", "stand-1")].Doors);
        Assert.Equal(["nach-halle"], ways[("halle", "stand-2")].Doors);
        Assert.True(ways[("halle", "stand-1")].Metres < ways[("halle", "stand-2")].Metres);
        Assert.Equal(["nach-halle", "nach-garten"], ways[("garten", "stand-4")].Doors);
        // two metres to the door, eight from there to the next, and to the stand three across and two straight on
        Assert.Equal(16, Rounded(ways[("garten", "stand-4")]));
    }

    [Fact]
    public void ThroughARoomThatIsClosedToOneNobodyIsLed()
    {
        var ways = house.From("foyer", Position.AtTile(6, 2), room => room != "halle")!;
        Assert.Equal([("foyer", "stand-3")], ways.Keys);
        Assert.Null(house.From("keller", Position.AtTile(0, 0), _ => true));
    }

    [Fact]
    public void WhoStandsInAWallIsAtTheNearestFreePlace() =>
        Assert.Equal(0, house.From("halle", new Position((6 * 32) + 31, (1 * 32) + 16), _ => true)![("halle", "stand-1")].Metres);

    [Fact]
    public void ADoorThatLeadsNowhereIsNoWay()
    {
        var ways = new HouseWays([foyer]).From("foyer", Position.AtTile(6, 2), _ => true)!;
        Assert.Equal([("foyer", "stand-3")], ways.Keys);
    }

    /// <summary>Slow, and right by its looks: every tile again and again, until nothing gets shorter.</summary>
    [Fact]
    public void EachTileIsAsFarAsItsNearestNeighbourAllows() => Gen.Select(Floors.Grids, Floors.Positions).Sample((grid, from) =>
    {
        var field = WalkField.From(grid, from.TileX, from.TileY);
        var slow = new Dictionary<(int X, int Y), double>();
        if (grid.IsFree(from)) slow[(from.TileX, from.TileY)] = 0;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var ((x, y), walked) in slow.ToList())
                for (var dy = -1; dy <= 1; dy++)
                    for (var dx = -1; dx <= 1; dx++)
                    {
                        if (grid[x + dx, y + dy] || grid[x + dx, y] || grid[x, y + dy]) continue;
                        var step = walked + Math.Sqrt(dx * dx + dy * dy);
                        if (slow.TryGetValue((x + dx, y + dy), out var known) && known <= step + 1e-9) continue;
                        slow[(x + dx, y + dy)] = step;
                        changed = true;
                    }
        }
        for (var y = 0; y < Floors.Side; y++)
            for (var x = 0; x < Floors.Side; x++)
                Assert.Equal(slow.TryGetValue((x, y), out var walked) ? Math.Round(walked, 6) : double.PositiveInfinity, Math.Round(field.To(Rect.OfTile(x, y)), 6));
    }, iter: 2_000);

    static int Rounded(HouseWay way) => (int)Math.Round(way.Metres);

    /// <summary>A room with one door, and one entry that is named after where one comes from.</summary>
    static FloorPlan Plan(string id, string leadsTo, string entry, params string[] rows)
    {
        var drawing = PlanDrawing.Of(rows);
        var door = drawing.First("doors");
        door["name"] = $"nach-{leadsTo}";
        PlanDrawing.Set(door, "room", leadsTo);
        PlanDrawing.Set(door, "entry", entry);
        drawing.First("entries")["name"] = id switch { "halle" => "aus-foyer", "garten" => "aus-halle", _ => "aus-garten" };
        var reading = drawing.Read(id);
        Assert.Empty(reading.Faults);
        return reading.Plan!;
    }
}
