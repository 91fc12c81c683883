using Klapphaus.Client;
using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>The room as characters.</summary>
public sealed class MapDrawingTests
{
    static MapPerson Somebody(string name, double x, double y, string availability = "available", bool isPartner = false) => new(Position.FromTiles(x, y), name, availability, isPartner);

    [Fact]
    public void WallsFurnitureDoorsStandsAndPeopleHaveCharactersOfTheirOwn()
    {
        var plan = Rooms.Plan(
            ["##########", "#........#", "#.o......H", "#........#", "##########"],
            [Rooms.Area("stand-7", "stand", 4, 1, 3, 2, number: 7), Rooms.Area("tisch-12", "table", 1, 3, 2, 1, number: 12)],
            ("H", "halle"));
        var map = MapDrawing.Draw(plan, Position.FromTiles(3.5, 3.5), [Somebody("Ömer", 5.5, 1.5), Somebody("Bo", 8.5, 3.5, "busy"), Somebody("ada", 7.5, 1.5, isPartner: true)], 20, 5);
        Assert.Equal(
            [
                "####################",
                "##      ..Ö ..A+  ##",
                "##  ::  ..7...    []",
                "##,,12@         B!##",
                "####################",
            ],
            map.Lines);
        Assert.Equal((6, 3), map.Own);
        Assert.Equal(('@', MapRole.Own), map[6, 3]);
        Assert.Equal(MapRole.Partner, map[14, 1].Role);
    }

    [Fact]
    public void ALargeRoomIsShownAroundOneself()
    {
        var plan = Rooms.Plan(["####################", .. Enumerable.Repeat("#..................#", 18), "####################"]);
        // in the middle of the picture as long as the room goes on
        Assert.Equal((6, 3), MapDrawing.Draw(plan, Position.FromTiles(10.5, 10.5), [], 14, 7).Own);
        // and at its rim where it ends
        var corner = MapDrawing.Draw(plan, Position.FromTiles(1.5, 1.5), [], 14, 7);
        Assert.Equal((2, 1), corner.Own);
        Assert.Equal(["##############", "##@", "##", "##", "##", "##", "##"], corner.Lines);
        Assert.Equal(["            ##", "            ##", "            ##", "            ##", "            ##", "          @ ##", "##############"], MapDrawing.Draw(plan, Position.FromTiles(18.5, 18.5), [], 14, 7).Lines);
    }

    [Theory]
    [InlineData("Bo", "B")]
    [InlineData("\e[31mrot", "R")]
    [InlineData("  „Ümit“", "Ü")]
    [InlineData("7 Zwerge", "7")]
    [InlineData("你好", "?")]
    [InlineData("😀", "?")]
    [InlineData("", "?")]
    [InlineData("עדה", "?")]
    public void PeopleAreTheFirstLetterOfTheirName(string name, string letter)
    {
        var plan = Rooms.Plan(["####", "#..#", "####"]);
        Assert.Equal($"##{letter} @ ##", MapDrawing.Draw(plan, Position.FromTiles(2.5, 1.5), [Somebody(name, 1.5, 1.5)], 8, 3).Lines[1]);
    }

    [Fact]
    public void OneselfIsSeenWhereSeveralStand()
    {
        var plan = Rooms.Plan(["####", "#..#", "####"]);
        Assert.Equal("##  @ ##", MapDrawing.Draw(plan, Position.FromTiles(2.5, 1.5), [Somebody("Bo", 2.6, 1.4)], 8, 3).Lines[1]);
    }

    [Fact]
    public void WhoIsOutsideOfThePictureIsNotDrawn()
    {
        var plan = Rooms.Plan(["####################", "#..................#", "####################"]);
        Assert.Equal("##@", MapDrawing.Draw(plan, Position.FromTiles(1.5, 1.5), [Somebody("Bo", 15.5, 1.5)], 8, 3).Lines[1]);
    }
}
