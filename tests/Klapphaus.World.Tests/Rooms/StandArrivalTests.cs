using CsCheck;
using Klapphaus.World.Conversations;
using Klapphaus.World.Plans;
using Klapphaus.World.Rooms;
using Klapphaus.World.Tests.Plans;

namespace Klapphaus.World.Tests.Rooms;

/// <summary>A host is called to a stand, and comes into the room there.</summary>
public class StandArrivalTests
{
    const string Stand = "stand-1";

    /// <summary>Three tiles by two, with a table on one of the six.</summary>
    readonly Room room = new(PlanDrawing.Of(
        "##########",
        "#.e......#",
        "#...111..#",
        "#...1o1..#",
        "#........#",
        "##########").Plan());

    Area Area => room.Plan.FindArea(Stand)!;

    Avatar Comes(string who, string? area = Stand, long now = 0) => room.Enter(who, null, null, null, now, area: area)!;

    [Fact]
    public void WhoComesToAStandStandsAsNearToItsMiddleAsCanBe() => Assert.Equal(Position.AtTile(5, 2), Comes("bea").Position);

    [Fact]
    public void NobodyIsPutOnSomebodysFeetAndWhoFindsNoPlaceComesInByTheEntry()
    {
        var inside = Enumerable.Range(0, 5).Select(i => Comes($"host{i}")).ToList();
        Assert.All(inside, host => Assert.True(room.Plan.IsFree(host.Position) && Area.Rect.Contains(host.Position)));
        Assert.All(inside, host => Assert.DoesNotContain(inside, other => other != host && other.Position.DistanceTo(host.Position) < Room.ElbowRoom));
        Assert.Equal(Position.AtTile(2, 1), Comes("late").Position);
        room.Leave("host3", 10);
        Assert.True(Area.Rect.Contains(Comes("later", now: 20).Position));
    }

    [Fact]
    public void WhoStandsBetweenTwoPlacesTakesBoth()
    {
        Comes("ada", area: null).Position = new(160, 80); // on the line between the middle and its western neighbour
        Assert.Equal(Position.AtTile(6, 2), Comes("bea").Position);
    }

    [Fact]
    public void WhoWalksPastIsWhereTheyHaveComeTo()
    {
        var ada = Comes("ada", area: null);
        ada.Position = Position.AtTile(4, 2);
        Assert.Equal(StepOutcome.Taken, room.Walk(ada.Handle, ada.Position, 0, 1_000)); // to the east, four metres a second
        Assert.Equal(Position.AtTile(4, 2), Comes("bea", now: 1_250).Position); // she is in the middle by now
    }

    [Fact]
    public void WhoIsInTheRoomAlreadyStaysWhereTheyStand()
    {
        var bea = Comes("bea", area: null);
        room.Lose("bea", 100);
        Assert.Same(bea, Comes("bea", now: 200));
        Assert.Equal(Position.AtTile(2, 1), bea.Position);
    }

    [Fact]
    public void WhomTheRoomHasForgottenIsBackWhereTheyStood() =>
        Assert.Equal(Position.AtTile(8, 4), room.Enter("bea", null, Position.AtTile(8, 4), 0, 1_000, area: Stand)!.Position);

    [Theory]
    [InlineData("stand-2")]
    [InlineData("")]
    [InlineData("eingang")]
    public void ToAnAreaThatIsNotThereOneComesByTheEntry(string area) => Assert.Equal(Position.AtTile(2, 1), Comes("bea", area).Position);

    [Fact]
    public void AFullRoomIsFullForHostsToo()
    {
        var small = new Room(room.Plan.WithCapacity(1));
        small.Enter("ada", null, null, null, 0);
        Assert.Null(small.Enter("bea", null, null, null, 0, area: Stand));
    }

    [Fact]
    public void WhoArrivesAtAStandTakesPartThereWithoutAStep()
    {
        var vera = Comes("vera");
        var bea = Comes("bea", now: 5_000);
        room.Talk.Look(5_000 + Nearness.Dwell);
        Assert.Equal(Stand, bea.Participation?.Conversation.Area?.Id);
        Assert.Same(vera.Participation?.Conversation, bea.Participation?.Conversation);
    }

    [Fact]
    public void PlacesAreFreeWithinThePartAndTheNearestComesFirst() =>
        Gen.Select(Gen.Int[-64, 340], Gen.Int[-64, 220], Gen.Int[0, 200], Gen.Int[0, 200], (x, y, width, height) => new Rect(x, y, width, height)).Sample(part =>
        {
            var places = room.Plan.PlacesIn(part).ToList();
            Assert.All(places, place => Assert.True(room.Plan.IsFree(place) && part.Contains(place)));
            Assert.Equal(places.Select(part.Middle.SquaredDistanceTo).Order(), places.Select(part.Middle.SquaredDistanceTo));
        });
}
