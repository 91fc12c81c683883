using System.Text;
using System.Text.Json.Nodes;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

public sealed class PlanFaultTests
{
    /// <summary>For each kind of fault a way to spoil a good plan, and where the fault has to be told.</summary>
    static readonly Dictionary<PlanFaultKind, (string Where, Action<PlanDrawing> Spoil)> Ways = new()
    {
        [PlanFaultKind.NotATiledMap] = ("", drawing => drawing.Map["type"] = "tileset"),
        [PlanFaultKind.NotOrthogonal] = ("", drawing => drawing.Map["orientation"] = "hexagonal"),
        [PlanFaultKind.Infinite] = ("", drawing => drawing.Map["infinite"] = true),
        [PlanFaultKind.SizeOutOfRange] = ("", drawing => drawing.Map["width"] = 129),
        [PlanFaultKind.TileSizeUnusable] = ("", drawing => drawing.Map["tileheight"] = 17),
        [PlanFaultKind.NameMissing] = ("", drawing => PlanDrawing.Set(drawing.Map, "name", null)),
        [PlanFaultKind.KindUnknown] = ("", drawing => PlanDrawing.Set(drawing.Map, "kind", "cellar")),
        [PlanFaultKind.CapacityMissing] = ("", drawing => PlanDrawing.Set(drawing.Map, "capacity", null)),
        [PlanFaultKind.CapacityOutOfRange] = ("areas stand 1 (#49)", drawing => PlanDrawing.Set(drawing.First("areas"), "capacity", 0)),
        [PlanFaultKind.TextUnusable] = ("areas stand 1 (#49)", drawing => drawing.First("areas")["name"] = "Zeile\nZeile"),
        [PlanFaultKind.IdUnusable] = ("doors door Nach Halle (#100)", drawing => drawing.First("doors")["name"] = "Nach Halle"),
        [PlanFaultKind.LayerMissing] = ("furniture ", drawing => drawing.Layer("furniture")["name"] = "moebel"),
        [PlanFaultKind.LayerTwice] = ("walls ", drawing => drawing.Layers.Add(drawing.Layer("walls").DeepClone())),
        [PlanFaultKind.LayerOfWrongKind] = ("furniture ", drawing => drawing.Layer("furniture")["type"] = "imagelayer"),
        [PlanFaultKind.LayerSizeDiffers] = ("walls ", drawing => drawing.Layer("walls")["width"] = 9),
        [PlanFaultKind.LayerDisplaced] = ("doors ", drawing => drawing.Layer("doors")["offsety"] = 4),
        [PlanFaultKind.CompressionUnknown] = ("walls ", drawing =>
        {
            drawing.Layer("walls")["encoding"] = "base64";
            drawing.Layer("walls")["compression"] = "zstd";
        }),
        [PlanFaultKind.DataUnreadable] = ("walls ", drawing => drawing.Layer("walls")["data"]![3] = "wall"),
        [PlanFaultKind.TooManyObjects] = ("areas ", drawing =>
        {
            for (int i = 0; i < 1001; i++)
                drawing.Add("areas", "quiet", $"Ecke {i}", 1, 1, 1, 1);
        }),
        [PlanFaultKind.NotARectangle] = ("areas stand 1 (#49)", drawing => drawing.First("areas")["ellipse"] = true),
        [PlanFaultKind.OutsideRoom] = ("areas stand 1 (#49)", drawing => drawing.First("areas")["x"] = -1),
        [PlanFaultKind.ClassUnknown] = ("areas booth 1 (#49)", drawing => drawing.First("areas")["type"] = "booth"),
        [PlanFaultKind.IdTwice] = ("doors door nach-halle (#901)", drawing =>
            drawing.Add("doors", "door", "nach-halle", 1, 1, 1, 1, ("room", "halle"), ("entry", "von-foyer"))),
        [PlanFaultKind.NumberUnusable] = ("areas stand Stand von 1 (#49)", drawing => PlanDrawing.Set(drawing.First("areas"), "number", null)),
        [PlanFaultKind.NumberTwice] = ("areas stand 2 (#50)", drawing => PlanDrawing.Set(drawing.First("areas"), "number", 2)),
        [PlanFaultKind.ColourUnusable] = ("areas stand 1 (#49)", drawing => PlanDrawing.Set(drawing.First("areas"), "colour", "blue")),
        [PlanFaultKind.AreasOverlap] = ("areas table 7 (#902)", drawing => drawing.Add("areas", "table", "", 3, 3, 2, 2, ("number", 7))),
        [PlanFaultKind.Blocked] = ("areas quiet Wand (#902)", drawing => drawing.Add("areas", "quiet", "Wand", 3, 5, 2, 2)),
        [PlanFaultKind.DoorTargetMissing] = ("doors door nach-halle (#100)", drawing => PlanDrawing.Set(drawing.First("doors"), "room", null)),
        [PlanFaultKind.EntryMissing] = ("entries ", drawing => drawing.ObjectsOf("entries").Clear()),
        [PlanFaultKind.DefaultEntryMissing] = ("entries ", drawing => PlanDrawing.Set(drawing.First("entries"), "default", false)),
        [PlanFaultKind.DefaultEntryTwice] = ("entries entry zwei (#901)", drawing => drawing.Add("entries", "entry", "zwei", 1, 1, 1, 1, ("default", true))),
        [PlanFaultKind.Unreachable] = ("areas quiet Kammer (#902)", drawing =>
        {
            // The tile in the south-western corner, behind two new walls.
            drawing.Layer("walls")["data"]![(4 * 10) + 1] = 1;
            drawing.Layer("walls")["data"]![(5 * 10) + 2] = 1;
            drawing.Add("areas", "quiet", "Kammer", 1, 5, 1, 1);
        }),
    };

    public static TheoryData<PlanFaultKind> KindsOfPlans => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(KindsOfPlans))]
    public void EachFaultIsToldAloneWhereItIs(PlanFaultKind kind)
    {
        (string where, Action<PlanDrawing> spoil) = Ways[kind];
        PlanDrawing drawing = PlanDrawing.Good();
        spoil(drawing);

        PlanReading reading = drawing.Read();

        Assert.Null(reading.Plan);
        PlanFault fault = reading.Faults[0];
        Assert.All(reading.Faults, each => Assert.Equal(kind, each.Kind));
        Assert.Equal(where.Trim(), $"{fault.Layer} {fault.Item}".Trim());
        Assert.Equal("foyer.tmj", fault.File);
    }

    [Fact]
    public void EveryKindOfPlanFaultHasATest() =>
        Assert.Equal(
            Enum.GetValues<PlanFaultKind>().Where(kind => (int)kind < 500),
            Ways.Keys.Concat([PlanFaultKind.TooLarge, PlanFaultKind.NotJson]).Order());

    [Fact]
    public void EveryKindHasWordsInBothLanguages() =>
        Assert.All(Enum.GetValues<PlanFaultKind>(), kind =>
        {
            (string german, string english) = FaultTexts.Of(kind);
            Assert.NotEqual(german, english);
            Assert.True(german.Length > 20 && english.Length > 20, $"{kind} says too little");
        });

    [Fact]
    public void BrokenJsonIsToldWithLineAndColumn()
    {
        PlanFault fault = Assert.Single(FloorPlanReader.Read("foyer", "{\n  \"type\": map\n}"u8).Faults);

        Assert.Equal(PlanFaultKind.NotJson, fault.Kind);
        Assert.Contains("line 2, column 11", fault.Reason("en"), StringComparison.Ordinal);
        Assert.Contains("Zeile 2, Spalte 11", fault.Reason("de"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"type\":\"map\",\n \"x\":\"\\ud800\"}", "line 2, column 6")]
    [InlineData("{\"\\udc00\":1}", "line 1, column 2")]
    public void HalfACharacterIsToldAsBrokenJson(string json, string where) =>
        Assert.Contains(where, Assert.Single(FloorPlanReader.Read("foyer", Encoding.UTF8.GetBytes(json)).Faults).English, StringComparison.Ordinal);

    [Fact]
    public void BytesThatAreNotTextAreToldAsBrokenJson() =>
        Assert.Equal(PlanFaultKind.NotJson, Assert.Single(FloorPlanReader.Read("foyer", [(byte)'"', 0xC3, (byte)'"']).Faults).Kind);

    [Fact]
    public void AHugeFileIsRefusedUnread() =>
        Assert.Equal(PlanFaultKind.TooLarge, Assert.Single(FloorPlanReader.Read("foyer", new byte[9 * 1024 * 1024]).Faults).Kind);

    [Fact]
    public void DeepNestingIsAFaultAndNoOverflow() =>
        Assert.Equal(PlanFaultKind.NotJson, Assert.Single(FloorPlanReader.Read("foyer", Encoding.UTF8.GetBytes(new string('[', 1_000_000))).Faults).Kind);

    [Fact]
    public void AllFaultsAreToldAtOnce()
    {
        PlanDrawing drawing = PlanDrawing.Good();
        drawing.Map["orientation"] = "isometric";
        PlanDrawing.Set(drawing.Map, "capacity", 5001);
        PlanDrawing.Set(drawing.First("areas"), "colour", "#12345");
        drawing.Add("areas", "stand", "", 2, 2, 1, 1, ("number", 9));
        PlanDrawing.Set(drawing.First("doors"), "entry", "");

        Assert.Equal(
            [PlanFaultKind.NotOrthogonal, PlanFaultKind.CapacityOutOfRange, PlanFaultKind.ColourUnusable, PlanFaultKind.DoorTargetMissing, PlanFaultKind.AreasOverlap],
            drawing.Read().Faults.Select(fault => fault.Kind));
    }

    [Theory]
    [InlineData("polygon")]
    [InlineData("polyline")]
    [InlineData("point")]
    [InlineData("text")]
    [InlineData("gid")]
    [InlineData("template")]
    [InlineData("capsule")]
    public void OtherShapesThanRectanglesAreRefused(string shape)
    {
        PlanDrawing drawing = PlanDrawing.Good();
        JsonObject area = drawing.First("areas");
        area[shape] = true;
        if (shape == "point")
            (area["width"], area["height"]) = (0, 0);

        Assert.Equal(PlanFaultKind.NotARectangle, Assert.Single(drawing.Read().Faults).Kind);
    }

    [Theory]
    [InlineData("quiet", "stand-1")]
    [InlineData("table", "stand-1")]
    public void AnIdThatWasChosenTwiceIsTold(string kind, string id)
    {
        PlanDrawing drawing = PlanDrawing.Good();
        drawing.Add("areas", kind, "Ecke", 1, 1, 1, 1, ("id", id), ("number", 4));

        Assert.Equal(PlanFaultKind.IdTwice, Assert.Single(drawing.Read().Faults).Kind);
    }

    [Fact]
    public void AStandWhoseIdIsTakenByAnEarlierAreaIsTold()
    {
        PlanDrawing drawing = PlanDrawing.Good();
        drawing.Add("areas", "quiet", "Stand 5", 1, 1, 1, 1);
        drawing.Add("areas", "stand", "", 1, 4, 1, 1, ("number", 5));

        Assert.Equal("stand 5 (#903)", Assert.Single(drawing.Read().Faults).Item);
    }

    [Theory]
    [InlineData("Foyer")]
    [InlineData("-foyer")]
    [InlineData("")]
    [InlineData("grüner-saal")]
    public void ARoomNeedsAPlainId(string id) =>
        Assert.Equal(PlanFaultKind.IdUnusable, Assert.Single(PlanDrawing.Good().Read(id).Faults).Kind);
}
