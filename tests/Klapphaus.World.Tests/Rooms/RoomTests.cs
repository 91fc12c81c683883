using Klapphaus.World.Plans;
using Klapphaus.World.Rooms;
using Klapphaus.World.Tests.Plans;

namespace Klapphaus.World.Tests.Rooms;

public class RoomTests
{
    const long Second = 1000;
    const int East = 0;

    readonly Room room = new(Plan(
        "############",
        "#....#.....#",
        "#.e..#..dd.#",
        "#..........#",
        "#....#.....#",
        "############"));

    static FloorPlan Plan(params string[] rows) => PlanDrawing.Of(rows).Read().Plan!;

    Avatar Ada(long now = 0) => room.Enter("ada", null, null, null, now)!;

    static Position East1(Avatar of, int units) => new(of.Position.X + units, of.Position.Y);

    [Fact]
    public void WhoEntersStandsAtTheEntry()
    {
        var ada = Ada();
        Assert.Equal((2, 2), (ada.Position.TileX, ada.Position.TileY));
        Assert.Equal(Room.Standing, ada.Heading);
    }

    [Fact]
    public void ThePaceOfTheHouseIsGranted()
    {
        var ada = Ada();
        Assert.Equal(StepOutcome.Taken, room.Walk(ada.Handle, ada.Position, East, 0));
        Assert.Equal(StepOutcome.Taken, room.Walk(ada.Handle, East1(ada, 60), East, 470));
        Assert.Equal(StepOutcome.Taken, room.Walk(ada.Handle, East1(ada, 10), Room.Standing, 550));
    }

    [Theory]
    [InlineData(100, 100)] // more than three tiles in a tenth of a second
    [InlineData(97, 0)]
    public void AJumpIsPutBack(int units, long when)
    {
        var ada = Ada();
        var before = ada.Position = Position.AtTile(1, 3); // nothing is in the way there
        Assert.Equal(StepOutcome.PutBack, room.Walk(ada.Handle, East1(ada, units), East, when));
        Assert.Equal(before, ada.Position);
        Assert.Equal(Room.Standing, ada.Heading);
    }

    [Fact]
    public void AWordOfStartingThatCameLateDoesNotCostTheNextStep()
    {
        var ada = Ada();
        // said at 0, here at 400; the next was said at 500 and is here at once
        Assert.Equal(StepOutcome.Taken, room.Walk(ada.Handle, ada.Position, East, 400));
        Assert.Equal(StepOutcome.Taken, room.Walk(ada.Handle, East1(ada, 64), East, 500));
    }

    [Fact]
    public void AWordOfStartingThatTheNextHasOvertakenCostsNothing()
    {
        var ada = Ada();
        ada.Position = Position.AtTile(1, 3);
        // both were held up until the second, which was a little late by itself, took the first one's place
        Assert.Equal(StepOutcome.Taken, room.Walk(ada.Handle, East1(ada, 70), East, 550));
    }

    [Fact]
    public void StandingLongEarnsNoJump()
    {
        var ada = Ada();
        ada.Position = Position.AtTile(1, 3);
        Assert.Equal(StepOutcome.PutBack, room.Walk(ada.Handle, East1(ada, 97), East, 3600 * Second));
    }

    [Fact]
    public void ManySmallStepsAreNotFasterThanOneLong()
    {
        var ada = Ada();
        ada.Position = Position.AtTile(1, 3);
        var taken = 0;
        // 20 steps a second of half a tile each would be 10 m/s
        for (var i = 1; i <= 20; i++)
            if (room.Walk(ada.Handle, East1(ada, 16), East, i * 50) == StepOutcome.Taken) taken++;
        Assert.InRange(taken, 13, 15); // 4.4 m in a second and three of reserve, in halves
    }

    [Fact]
    public void StepsHeldBackByTheNetworkAreGranted()
    {
        var ada = Ada();
        room.Walk(ada.Handle, ada.Position, East, 0);
        // two seconds of walking arrive as one step
        Assert.Equal(StepOutcome.Taken, room.Walk(ada.Handle, new(ada.Position.X + 32, ada.Position.Y + 32), East, 2 * Second));
    }

    [Fact]
    public void NobodyWalksThroughAWall()
    {
        var ada = Ada();
        ada.Position = Position.AtTile(4, 1);
        Assert.Equal(StepOutcome.PutBack, room.Walk(ada.Handle, Position.AtTile(6, 1), East, 500));
        Assert.Equal(StepOutcome.PutBack, room.Walk(ada.Handle, Position.AtTile(5, 1), East, 500));
        Assert.Equal((4, 1), (ada.Position.TileX, ada.Position.TileY));
    }

    [Fact]
    public void TwoStepsSeenAsOneMayGoAroundACorner()
    {
        var ada = Ada();
        ada.Position = new(5 * 32 - 4, 3 * 32 - 4); // just before the corner of the wall at 5,2
        room.Walk(ada.Handle, ada.Position, East, 0);
        Assert.Equal(StepOutcome.Taken, room.Walk(ada.Handle, new(5 * 32 + 4, 3 * 32 + 2), East, 200));
    }

    [Theory]
    [InlineData(-1, 50)]
    [InlineData(50, -1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MinValue, 0)]
    [InlineData(12 * 32, 50)]
    public void NobodyLeavesTheFloor(int x, int y)
    {
        var ada = Ada();
        Assert.Equal(StepOutcome.PutBack, room.Walk(ada.Handle, new(x, y), East, 100));
    }

    [Fact]
    public void AnUnknownHeadingIsPutBack()
    {
        var ada = Ada();
        Assert.Equal(StepOutcome.PutBack, room.Walk(ada.Handle, ada.Position, 256, 100));
        Assert.Equal(StepOutcome.PutBack, room.Walk(ada.Handle, ada.Position, -1, 100));
    }

    [Fact]
    public void NobodyWalksWhoIsNotHere() => Assert.Equal(StepOutcome.Unknown, room.Walk(7, new(50, 50), East, 0));

    [Fact]
    public void EnteringAgainFindsOneWhereOneStands()
    {
        var ada = Ada();
        room.Walk(ada.Handle, East1(ada, 20), Room.Standing, 200);
        room.Lose("ada", 300);
        var back = room.Enter("ada", null, null, null, 5 * Second)!;
        Assert.Same(ada, back);
        Assert.Null(back.LostSince);
        Assert.Empty(room.Expire(60 * Second));
    }

    [Fact]
    public void AStepLostWithTheConnectionIsMadeUpForOnComingBack()
    {
        var ada = Ada();
        room.Walk(ada.Handle, ada.Position, East, 0);
        room.Lose("ada", 400);
        var claimed = new Position(ada.Position.X + 40, ada.Position.Y);
        Assert.Equal(claimed, room.Enter("ada", null, claimed, null, 3 * Second)!.Position);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(9, false)] // nobody is granted more than two seconds at once
    public void AWalkWhoseEveryWordWasLostWithTheConnectionIsMadeUpForOnComingBack(int tiles, bool granted)
    {
        var ada = Ada();
        var there = East1(ada, 32 * tiles);
        room.Lose("ada", 3 * Second);
        Assert.Equal(granted, room.Enter("ada", null, there, null, 3 * Second)!.Position == there);
    }

    [Fact]
    public void WhoSaysNothingMoreStands()
    {
        var ada = Ada();
        room.Walk(ada.Handle, ada.Position, East, 0);
        Assert.Empty(room.Halt(Room.Silence));
        Assert.Same(ada, Assert.Single(room.Halt(Room.Silence + 1)));
        Assert.Equal(Room.Standing, ada.Heading);
        // the network held its steps back; they are granted when they come
        Assert.Equal(StepOutcome.Taken, room.Walk(ada.Handle, East1(ada, 64), East, Room.Silence + 100));
    }

    [Fact]
    public void ALostWalkerIsSeenStanding()
    {
        var ada = Ada();
        room.Walk(ada.Handle, ada.Position, East, 0);
        Assert.Same(ada, room.Lose("ada", 100));
        Assert.Equal(Room.Standing, ada.Heading);
        Assert.Null(room.Lose("ada", 200));
        Assert.Equal(100, ada.LostSince);
    }

    [Fact]
    public void ALostConnectionIsWaitedForAndThenTheAvatarLeaves()
    {
        Ada();
        room.Lose("ada", 0);
        Assert.Empty(room.Expire(Room.Grace - 1));
        Assert.Equal("ada", Assert.Single(room.Expire(Room.Grace)).Member);
        Assert.Equal(0, room.Count);
    }

    [Fact]
    public void AClaimedPlaceIsBelievedOnlyJustAfterTheMemoryWasLost()
    {
        var claimed = Position.AtTile(8, 4);
        Assert.Equal(claimed, room.Enter("bo", null, claimed, 0, Second)!.Position);
        Assert.NotEqual(claimed, room.Enter("cem", null, claimed, 0, Room.Recovery + 1)!.Position);
        Assert.NotEqual(claimed, room.Enter("dora", null, claimed, null, Second)!.Position);
        Assert.NotEqual(Position.AtTile(5, 1), room.Enter("eve", null, Position.AtTile(5, 1), 0, Second)!.Position); // a wall
    }

    [Fact]
    public void AFullRoomLetsNobodyInButThoseWhoAreInside()
    {
        var small = new Room(Plan("#####", "#.e.#", "#...#", "#####").WithCapacity(1));
        Assert.NotNull(small.Enter("ada", null, null, null, 0));
        Assert.Null(small.Enter("bo", null, null, null, 0));
        Assert.NotNull(small.Enter("ada", null, null, null, 0));
    }

    [Fact]
    public void AFreePlaceIsHeldForTheFirstWhoWaits()
    {
        var small = new Room(Plan("#####", "#.e.#", "#...#", "#####").WithCapacity(1));
        small.Enter("ada", null, null, null, 0);
        Assert.Equal(0, small.Line.Join("bo"));
        Assert.Equal(1, small.Line.Join("cem"));
        Assert.Empty(small.Line.Serve(small.Plan.Capacity - small.Count, 0));

        small.Leave("ada", Second);
        Assert.Equal(["bo"], small.Line.Serve(1, Second));
        Assert.Null(small.Enter("dora", null, null, null, Second)); // held for bo
        Assert.NotNull(small.Enter("bo", null, null, null, 2 * Second));
    }

    [Fact]
    public void APlaceThatNobodyTakesGoesToTheNext()
    {
        var line = new WaitingLine();
        line.Join("bo");
        line.Join("cem");
        Assert.Equal(["bo"], line.Serve(1, 0));
        Assert.Empty(line.Serve(1, WaitingLine.Hold - 1));
        Assert.Equal(["cem"], line.Serve(1, WaitingLine.Hold));
    }

    [Fact]
    public void OnlyWhoStandsAtADoorGoesThroughIt()
    {
        var ada = Ada();
        var id = Assert.Single(room.Plan.Doors).Id;
        Assert.True(room.FindDoor(ada, id).TooFar);
        ada.Position = Position.AtTile(8, 3);
        Assert.False(room.FindDoor(ada, id).TooFar);
        Assert.Null(room.FindDoor(ada, "kellertür").Door);
    }

    [Fact]
    public void AChangedPlanThrowsNobodyOut()
    {
        var ada = Ada();
        ada.Position = Position.AtTile(8, 4);
        var bo = room.Enter("bo", null, null, null, 0)!;
        var moved = room.ChangePlan(Plan(
            "############",
            "#....#.....#",
            "#.e..#..dd.#",
            "#..........#",
            "#....######.",
            "############"), Second);
        Assert.Equal(ada, Assert.Single(moved));
        Assert.True(room.Plan.IsFree(ada.Position));
        Assert.True(room.Plan.IsFree(bo.Position));
        Assert.Equal(2, room.Count);
    }

    [Fact]
    public void ANumberThatWasGivenBackRests()
    {
        var ada = Ada();
        room.Leave("ada", Second);
        var bo = room.Enter("bo", null, null, null, 2 * Second)!;
        Assert.NotEqual(ada.Handle, bo.Handle);
        room.Leave("bo", 2 * Second);
        Assert.Equal(ada.Handle, room.Enter("cem", null, null, null, 60 * Second)!.Handle);
    }

    [Fact]
    public void AnAvatarCarriedOverKeepsItsNumberAndPlace()
    {
        var ada = Restore("ada", 41, At(8, 4))!;
        Assert.Equal((41, Position.AtTile(8, 4)), (ada.Handle, ada.Position));
        Assert.Null(Restore("ada", 42, At(8, 4))); // here already
        Assert.NotEqual(41, room.Enter("bo", null, null, null, 0)!.Handle);
    }

    [Fact]
    public void WhoseNumberSomebodyElseHasByNowGetsAnother()
    {
        Restore("ada", 41, At(8, 4));
        var eve = Restore("eve", 41, At(8, 5))!;
        Assert.NotEqual(41, eve.Handle);
        Assert.Same(eve, room.Find(eve.Handle));
    }

    [Fact]
    public void ANumberThatIsCarriedOverIsNeverGivenOutAgain()
    {
        Restore("ada", 41, At(8, 4));
        Restore("bo", 5, At(8, 5)); // it rested, below the first
        var others = Enumerable.Range(0, 45).Select(i => room.Enter($"guest {i}", null, null, null, 60 * Second)!.Handle).ToList();
        Assert.DoesNotContain(5, others);
        Assert.DoesNotContain(41, others);
        Assert.Equal(others.Count, others.Distinct().Count());
    }

    [Theory]
    [InlineData(2, 1, true)] // on its way while nobody listened
    [InlineData(8, 1, false)] // nobody is that fast
    [InlineData(0, 5, true)]
    public void WhatWasWalkedWhileTheRoomHadForgottenIsBelievedIfItCanBeWalked(int tiles, int seconds, bool believed)
    {
        var known = new Sighting(Position.AtTile(2, 2), Room.Standing, 0);
        var said = new Sighting(Position.AtTile(2 + tiles, 2), 0, seconds * Second);
        var ada = room.Restore("ada", 0, known, said, seconds * Second)!;
        Assert.Equal(believed ? said.At : known.At, ada.Position);
        Assert.Equal(believed ? 0 : Room.Standing, ada.Heading);
    }

    [Theory]
    [InlineData(0, false)] // all was well: nobody is that fast
    [InlineData(3, true)] // the line was down, and it walked on
    public void WhatWasWalkedWhileTheLineWasDownIsGrantedOnComingBack(int seconds, bool granted)
    {
        var ada = Ada();
        var there = Position.AtTile(10, 2);
        Assert.Same(ada, room.Enter("ada", null, there, null, 100, seconds * Second));
        Assert.Equal(granted, ada.Position == there);
    }

    [Theory]
    [InlineData(1_500, 6, true)] // its word of starting got lost on the way between two machines, and two more
    [InlineData(1_500, 12, false)] // nobody is that fast
    [InlineData(11_000, 6, false)] // too long ago: who stands comes forward three quarters of a second at once
    public void StepsThatGotLostWhileTheRoomMovedAreMadeUpFor(int after, int tiles, bool granted)
    {
        var ada = Restore("ada", 41, At(2, 2))!;
        Assert.Equal(granted ? StepOutcome.Taken : StepOutcome.PutBack, room.Walk(41, Position.AtTile(2 + tiles, 2), 0, after));
        Assert.Equal(Position.AtTile(granted ? 2 + tiles : 2, 2), ada.Position);
    }

    [Fact]
    public void AStepThatCameLateWhileTheRoomMovedDoesNotMakeTheNextOneTooFast()
    {
        Restore("ada", 41, At(2, 2));
        Assert.Equal(StepOutcome.Taken, room.Walk(41, Position.AtTile(3, 2), 0, 1_500)); // said a second ago
        Assert.Equal(StepOutcome.Taken, room.Walk(41, Position.AtTile(7, 2), 0, 1_510));
    }

    static Sighting At(int x, int y) => new(Position.AtTile(x, y), Room.Standing, 0);

    Avatar? Restore(string member, int handle, Sighting at) => room.Restore(member, handle, at, at, 0);
}
