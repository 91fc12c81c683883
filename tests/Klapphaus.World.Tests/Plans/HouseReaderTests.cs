using System.Text;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

public sealed class HouseReaderTests
{
    const string Settings = """
        { "name": "Klapphaus", "name.en": "Folding House", "language": "de", "start": "foyer", "motto": "offen",
          "rooms": [ { "file": "halle.tmj", "capacity": 77 }, { "file": "foyer.tmj" } ] }
        """;

    [Fact]
    public void RoomsComeInTheirOrderWithTheirCapacities()
    {
        HousePlans house = Read(Settings).House!;

        Assert.Equal(["halle", "foyer"], house.Rooms.Select(room => room.Id));
        Assert.Equal([77, 50], house.Rooms.Select(room => room.Capacity));
        Assert.Equal("foyer", house.Start.Id);
        Assert.Equal(("Klapphaus", "Folding House", "de"), (house.Settings.Names["de"], house.Settings.Names["en"], house.Settings.Language));
        Assert.Equal(house.Rooms[0], house.Find("halle"));
        Assert.Null(house.Find("keller"));
    }

    [Fact]
    public void AnOverriddenPlanIsOtherwiseTheSame()
    {
        HousePlans house = Read(Settings).House!;
        FloorPlan plain = House()["halle.tmj"] is var bytes ? FloorPlanReader.Read("halle", bytes).Plan! : null!;
        FloorPlan hall = house.Rooms[0];

        Assert.Equal((plain.Version, plain.Names["de"], plain.Areas.Count), (hall.Version, hall.Names["de"], hall.Areas.Count));
        Assert.Equal(plain.WallBits, hall.WallBits);
        Assert.True(hall.ClearLine(Position.AtTile(1, 1), Position.AtTile(8, 1)));
    }

    [Fact]
    public void APlanThatIsNotListedComesLast()
    {
        Dictionary<string, byte[]> plans = House();
        plans["anbau.tmj"] = Room("foyer", "von-halle");

        Assert.Equal(["halle", "foyer", "anbau"], HouseReader.Read(Encoding.UTF8.GetBytes(Settings), plans).House!.Rooms.Select(room => room.Id));
    }

    [Theory]
    [InlineData(PlanFaultKind.NotJson, "{")]
    [InlineData(PlanFaultKind.NotAHouse, "[]")]
    [InlineData(PlanFaultKind.NotAHouse, """{ "name": "K", "start": "foyer", "rooms": "foyer" }""")]
    [InlineData(PlanFaultKind.NameMissing, """{ "start": "foyer" }""")]
    [InlineData(PlanFaultKind.LanguageUnknown, """{ "name": "K", "start": "foyer", "language": "fr" }""")]
    [InlineData(PlanFaultKind.RoomListUnusable, """{ "name": "K", "start": "foyer", "rooms": [ "foyer.tmj" ] }""")]
    [InlineData(PlanFaultKind.RoomTwice, """{ "name": "K", "start": "foyer", "rooms": [ { "file": "foyer.tmj" }, { "file": "foyer.tmj" } ] }""")]
    [InlineData(PlanFaultKind.FileMissing, """{ "name": "K", "start": "foyer", "rooms": [ { "file": "keller.tmj" } ] }""")]
    [InlineData(PlanFaultKind.StartRoomMissing, """{ "name": "K", "start": "keller" }""")]
    [InlineData(PlanFaultKind.CapacityOutOfRange, """{ "name": "K", "start": "foyer", "rooms": [ { "file": "foyer.tmj", "capacity": 0 } ] }""")]
    [InlineData(PlanFaultKind.TextUnusable, "{ \"name\": \"K\\u0007\", \"start\": \"foyer\" }")]
    public void AFaultOfTheHouseIsToldAlone(PlanFaultKind kind, string settings)
    {
        HouseReading reading = Read(settings);

        Assert.Null(reading.House);
        PlanFault fault = Assert.Single(reading.Faults);
        Assert.Equal((kind, "house.json"), (fault.Kind, fault.File));
    }

    [Fact]
    public void AHouseWithoutRoomsIsAFault() =>
        Assert.Equal(PlanFaultKind.NoRooms, Assert.Single(HouseReader.Read("""{ "name": "K", "start": "foyer" }"""u8, new Dictionary<string, byte[]>()).Faults).Kind);

    [Fact]
    public void DoorsThatLeadNowhereAreTold()
    {
        Dictionary<string, byte[]> plans = House();
        plans["halle.tmj"] = Room("keller", "treppe");
        plans["foyer.tmj"] = Room("halle", "treppe");
        HouseReading reading = HouseReader.Read(Encoding.UTF8.GetBytes(Settings), plans);

        Assert.Equal(
            [("halle.tmj", PlanFaultKind.DoorToNoRoom), ("foyer.tmj", PlanFaultKind.DoorToNoEntry)],
            reading.Faults.Select(fault => (fault.File, fault.Kind)));
        Assert.Equal(
            "foyer.tmj, doors, door tuer: Die Tür führt zum Eingang „treppe“, den es im Raum „halle“ nicht gibt. Vorhanden sind: von-foyer, von-halle.",
            reading.Faults[1].Line("de"));
    }

    [Fact]
    public void AFaultyPlanIsToldOnceAndNotAgainByDoorsThatLeadToIt()
    {
        Dictionary<string, byte[]> plans = House();
        plans["halle.tmj"] = "{}"u8.ToArray();
        PlanFault fault = Assert.Single(HouseReader.Read(Encoding.UTF8.GetBytes(Settings), plans).Faults);

        Assert.Equal(("halle.tmj", PlanFaultKind.NotATiledMap), (fault.File, fault.Kind));
    }

    static HouseReading Read(string settings) => HouseReader.Read(Encoding.UTF8.GetBytes(settings), House());

    static Dictionary<string, byte[]> House() => new() { ["foyer.tmj"] = Room("halle", "von-foyer"), ["halle.tmj"] = Room("foyer", "von-halle") };

    static byte[] Room(string doorTo, string entryThere)
    {
        PlanDrawing drawing = PlanDrawing.Good();
        drawing.ObjectsOf("doors").Clear();
        drawing.ObjectsOf("entries").Clear();
        drawing.Add("doors", "door", "tuer", 4, 0, 2, 1, ("room", doorTo), ("entry", entryThere));
        drawing.Add("entries", "entry", "von-foyer", 1, 1, 2, 1, ("default", true));
        drawing.Add("entries", "entry", "von-halle", 4, 1, 2, 1);
        return drawing.Bytes();
    }
}
