using System.Text.Json.Nodes;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

public sealed class FloorPlanReaderTests
{
    [Fact]
    public void APlanIsReadAsItWasDrawn()
    {
        FloorPlan plan = PlanDrawing.Good().Plan();

        Assert.Equal(("foyer", "foyer", 50, 10, 7), (plan.Id, plan.Kind, plan.Capacity, plan.Width, plan.Height));
        Assert.Equal(("Foyer", "Lobby"), (plan.Names["de"], plan.Names["en"]));
        Assert.True(plan.IsWall(0, 0));
        Assert.False(plan.IsWall(4, 0));
        Assert.True(plan.IsFurniture(3, 5));
        Assert.False(plan.IsFree(Position.AtTile(3, 5)));
        Assert.True(plan.IsFree(Position.AtTile(1, 1)));
        Assert.Equal(new Door("nach-halle", new Rect(128, 0, 64, 32), "halle", "von-foyer"), Assert.Single(plan.Doors));
        Assert.Equal(new Entry("eingang", new Rect(192, 160, 64, 32), true), Assert.Single(plan.Entries));
        Area stand = plan.Areas[0];
        Assert.Equal(("stand-1", "stand", "Stand von 1", 1, 8, "#1f6f8b"), (stand.Id, stand.Kind, stand.Names["de"], stand.Number, stand.Capacity, stand.Colour));
        Assert.Equal(new Rect(64, 64, 64, 64), stand.Rect);
    }

    [Fact]
    public void BitsAreRowByRowLowestFirst()
    {
        FloorPlan plan = PlanDrawing.Good().Plan();

        Assert.Equal(9, plan.WallBits.Length);
        // The first row is ####dd####, and the second begins with a wall.
        Assert.Equal([0b1100_1111, 0b0000_0111], plan.WallBits[..2]);
        Assert.Equal([53, 54], Enumerable.Range(0, 70).Where(i => (plan.FurnitureBits[i >> 3] >> (i & 7) & 1) == 1));
    }

    [Fact]
    public void OutsideTheRoomEverythingIsWall()
    {
        FloorPlan plan = PlanDrawing.Good().Plan();

        Assert.True(plan.IsWall(-1, 0) && plan.IsWall(10, 3) && plan.IsWall(3, 7) && plan.IsWall(int.MinValue, int.MaxValue));
        Assert.False(plan.IsFurniture(-1, 0));
        Assert.False(plan.IsFree(new Position(-1, 40)));
        Assert.False(plan.IsFree(new Position(int.MaxValue, int.MinValue)));
    }

    [Fact]
    public void LayersAreFoundInGroupsAndOthersAreDecoration()
    {
        PlanDrawing drawing = PlanDrawing.Good();
        JsonObject walls = drawing.Layer("walls");
        drawing.Layers.Remove(walls);
        drawing.Layers.Add((JsonNode)new JsonObject
        {
            ["type"] = "group",
            ["name"] = "Bau",
            ["layers"] = new JsonArray(new JsonObject { ["type"] = "group", ["layers"] = new JsonArray(walls) }),
        });
        drawing.Layers.Add((JsonNode)new JsonObject { ["type"] = "tilelayer", ["name"] = "carpet", ["offsetx"] = 7, ["data"] = "zstd" });

        Assert.True(drawing.Plan().IsWall(0, 0));
    }

    [Fact]
    public void ALayerInADisplacedGroupIsRefused()
    {
        PlanDrawing drawing = PlanDrawing.Good();
        JsonObject areas = drawing.Layer("areas");
        drawing.Layers.Remove(areas);
        drawing.Layers.Add((JsonNode)new JsonObject { ["type"] = "group", ["offsetx"] = 16, ["layers"] = new JsonArray(areas) });

        Assert.Equal(PlanFaultKind.LayerDisplaced, Assert.Single(drawing.Read().Faults).Kind);
    }

    [Fact]
    public void ClassIsReadInTheWordsOfEachTiled()
    {
        PlanDrawing drawing = PlanDrawing.Good();
        drawing.First("areas").Remove("type");
        drawing.First("areas")["class"] = "table";

        Assert.Equal("table-1", drawing.Plan().Areas[0].Id);
    }

    [Fact]
    public void AnEntryMayBeAPoint()
    {
        PlanDrawing drawing = PlanDrawing.Good();
        JsonObject point = drawing.Add("entries", "", "punkt", 2, 1, 0, 0);
        point["point"] = true;
        FloorPlan plan = drawing.Plan();

        Assert.Equal(new Position(64, 32), plan.ArrivalAt(plan.FindEntry("punkt")!, 5));
    }

    [Theory]
    [InlineData("#FF1F6F8B", "#1f6f8b")]
    [InlineData("#1F6F8B", "#1f6f8b")]
    [InlineData("", "")]
    public void ColoursAreReadAsTiledWritesThem(string written, string expected)
    {
        PlanDrawing drawing = PlanDrawing.Good();
        PlanDrawing.Set(drawing.First("areas"), "colour", written);

        Assert.Equal(expected, drawing.Plan().Areas[0].Colour);
    }

    [Fact]
    public void AnAreaWithoutANumberTakesItsIdFromItsName()
    {
        PlanDrawing drawing = PlanDrawing.Good();
        drawing.Add("areas", "quiet", "Café am Übergang!", 1, 1, 2, 1);
        drawing.Add("areas", "stage", "", 1, 4, 2, 1);

        Assert.Equal(["stand-1", "stand-2", "cafe-am-uebergang", "stage"], drawing.Plan().Areas.Select(area => area.Id));
        Assert.Equal("Bühne", drawing.Plan().Areas[3].Names["de"]);
    }

    [Fact]
    public void TheVersionChangesWithTheContentAndOnlyThen()
    {
        PlanDrawing drawing = PlanDrawing.Good();
        string version = drawing.Plan().Version;
        Assert.Equal(version, drawing.Plan().Version);

        PlanDrawing.Set(drawing.First("areas"), "capacity", 9);
        Assert.NotEqual(version, drawing.Plan().Version);
    }

    [Fact]
    public void AByteOrderMarkDoesNotDisturb() =>
        Assert.Empty(FloorPlanReader.Read("foyer", [0xEF, 0xBB, 0xBF, .. PlanDrawing.Good().Bytes()]).Faults);

    [Fact]
    public void AHundredByAHundredTilesReadWithoutEffort()
    {
        string empty = "#" + new string('.', 98) + "#";
        string[] rows = [.. Enumerable.Repeat(empty, 98), empty.Replace("#..", "#ee", StringComparison.Ordinal), new('#', 100)];
        byte[] bytes = PlanDrawing.Of(rows).Bytes();

        long before = GC.GetAllocatedBytesForCurrentThread();
        PlanReading reading = FloorPlanReader.Read("foyer", bytes);

        Assert.Empty(reading.Faults);
        // Of the file's size, not of its square: time would be a matter of the machine.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60 * bytes.Length);
    }
}
