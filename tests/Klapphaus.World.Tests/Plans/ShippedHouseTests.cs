using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

public sealed class ShippedHouseTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "house");

    static readonly HouseReading Reading = HouseReader.Read(
        File.ReadAllBytes(Path.Combine(Folder, HouseReader.SettingsFile)),
        Directory.GetFiles(Folder, "*" + HouseReader.PlanEnding).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes));

    static HousePlans House => Reading.House!;

    [Fact]
    public void ItHasNoFaults() => Assert.Empty(Reading.Faults);

    [Fact]
    public void ItHasTheseRoomsInThisOrder() =>
        Assert.Equal(
            [("foyer", "foyer", 200), ("halle", "hall", 500), ("buehne", "stage", 150), ("tische", "tables", 150), ("garten", "garden", 150)],
            House.Rooms.Select(room => (room.Id, room.Kind, room.Capacity)));

    [Fact]
    public void EveryoneReachesEveryAreaDoorAndEntryOnFoot() =>
        Assert.All(House.Rooms, room =>
        {
            TileGrid reached = FloodOf(room);
            Assert.All(room.Areas, area => Assert.Contains(area.Rect.Tiles(), tile => !reached[tile.X, tile.Y]));
            Assert.All(room.Doors, door => Assert.All(door.Rect.Tiles(), tile => Assert.False(reached[tile.X, tile.Y], $"{room.Id} {door.Id}")));
            Assert.All(room.Entries, entry => Assert.All(entry.Rect.Tiles(), tile => Assert.False(reached[tile.X, tile.Y], $"{room.Id} {entry.Id}")));
        });

    [Fact]
    public void EveryDoorHasADoorBackAndPeopleArriveBesideIt() =>
        Assert.All(House.Rooms.SelectMany(room => room.Doors.Select(door => (room, door))), pair =>
        {
            FloorPlan target = House.Find(pair.door.Room)!;
            Entry entry = target.FindEntry(pair.door.Entry)!;
            Door back = Assert.Single(target.Doors, door => door.Room == pair.room.Id);
            for (int seed = 0; seed < 30; seed++)
            {
                Position arrival = target.ArrivalAt(entry, seed);
                Assert.InRange(back.Rect.DistanceTo(arrival), 1, 3 * Floor.UnitsPerTile);
            }
        });

    [Fact]
    public void TheFoyerLeadsIntoEveryOtherRoom() =>
        Assert.Equal(House.Rooms.Skip(1).Select(room => room.Id).Order(), House.Start.Doors.Select(door => door.Room).Order());

    [Fact]
    public void DoorsAreGapsInTheOuterWallOfTwoOrThreeTiles() =>
        Assert.All(House.Rooms.SelectMany(room => room.Doors.Select(door => (room, door))), pair =>
        {
            (Rect rect, FloorPlan room) = (pair.door.Rect, pair.room);
            Assert.True(rect.X == 0 || rect.Y == 0 || rect.Right == room.Width * Floor.UnitsPerTile || rect.Bottom == room.Height * Floor.UnitsPerTile);
            Assert.InRange(Math.Max(rect.Width, rect.Height), 2 * Floor.UnitsPerTile, 3 * Floor.UnitsPerTile);
        });

    [Fact]
    public void TheHallHasTwentyFourStandsEachWithNamesAndAColourOfItsOwn()
    {
        List<Area> stands = [.. House.Find("halle")!.Areas.Where(area => area.Kind == AreaKind.Stand)];

        Assert.Equal(Enumerable.Range(1, 24), stands.Select(stand => stand.Number).Order());
        Assert.Equal(24, stands.Select(stand => stand.Colour).Distinct().Count());
        Assert.Equal(24, stands.Select(stand => stand.Names["de"]).Distinct().Count());
        Assert.All(stands, stand => Assert.True(stand.Names.ContainsKey("en")));
    }

    [Fact]
    public void StandColoursAreSeenOnPaperAndInTheDark() =>
        Assert.All(House.Find("halle")!.Areas.Where(area => area.Colour.Length > 0), area =>
        {
            double light = Luminance(area.Colour) + 0.05;
            Assert.True(1.05 / light >= 3, $"{area.Colour} on white");
            Assert.True(light / (Luminance("#14171c") + 0.05) >= 3, $"{area.Colour} in the dark");
        });

    [Fact]
    public void EveryStandHasRoomForAFewPeopleAndAnOpenSide() =>
        Assert.All(House.Find("halle")!.Areas.Where(area => area.Kind == AreaKind.Stand), stand =>
        {
            TileGrid unreached = FloodOf(House.Find("halle")!);
            Assert.InRange(stand.Rect.Tiles().Count(tile => !unreached[tile.X, tile.Y]), 8, 20);
        });

    [Fact]
    public void TheTableRoomHasSixTables() =>
        Assert.Equal(Enumerable.Range(1, 6), House.Find("tische")!.Areas.Where(area => area.Kind == AreaKind.Table).Select(table => table.Number));

    static TileGrid FloodOf(FloorPlan room)
    {
        var blocked = new TileGrid(room.Width, room.Height);
        for (int y = 0; y < room.Height; y++)
            for (int x = 0; x < room.Width; x++)
                blocked[x, y] = !room.IsFree(Position.AtTile(x, y));
        Position start = room.ArrivalAt(room.DefaultEntry, 0);
        return Reach.From([(start.TileX, start.TileY)], blocked);
    }

    static double Luminance(string colour)
    {
        double[] parts = [.. new[] { 1, 3, 5 }
            .Select(at => Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0)
            .Select(part => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
