using Klapphaus.World.Conversations;

namespace Klapphaus.World.Tests.Conversations;

public class CircleTests
{
    readonly Gathering hall = new();

    [Fact]
    public void WhoStopsBesideSomebodyTalksWithThem()
    {
        var (ada, bo) = (hall.Stands("ada", 8, 8), hall.Stands("bo", 2, 8));
        hall.Stops(bo, 6, 8);
        hall.Wait();
        ada.TalksWith(bo);
        Assert.Equal((JoinReason.Stopped, ada.Handle), (bo.Participation!.Why, bo.Participation.With));
        Assert.Equal((JoinReason.Met, bo.Handle), (ada.Participation!.Why, ada.Participation.With));
        Assert.Equal([ada.Conversation()!], hall.Talk.Changes.Changed);
    }

    [Fact]
    public void NothingBeginsBeforeOneHasStoodForAMoment()
    {
        var (ada, bo) = (hall.Stands("ada", 8, 8), hall.Stands("bo", 2, 8));
        hall.Stops(bo, 7, 8);
        hall.Wait(Nearness.Dwell - 50);
        ada.IsAlone();
        hall.Wait(100);
        ada.TalksWith(bo);
    }

    [Fact]
    public void WalkingPastBeginsNothingEvenWithAHalt()
    {
        var (ada, bo) = (hall.Stands("ada", 8, 8), hall.Stands("bo", 2, 8));
        hall.Walks(bo, 6, 8);
        hall.Wait(500);
        hall.Stops(bo, 8, 9); // lets somebody pass
        hall.Wait(500);
        hall.Walks(bo, 8, 9);
        hall.Wait(500);
        hall.Stops(bo, 11, 9);
        hall.Wait();
        ada.IsAlone();
    }

    [Fact]
    public void TwoWhoHaveJustComeInAreLeftAloneUntilOneOfThemWalks()
    {
        var (ada, bo) = (hall.Room.Enter("ada", null, null, null, hall.Now)!, hall.Room.Enter("bo", null, null, null, hall.Now)!);
        hall.Wait(5_000);
        ada.IsAlone();
        hall.Stops(bo, 3, 3);
        hall.Wait();
        ada.TalksWith(bo);
    }

    [Theory]
    [InlineData(8, 8, 5.4, 8)] // a hand's breadth too far
    [InlineData(15, 4, 17.2, 4)] // through the wall
    [InlineData(2, 11, 4, 11)] // where people want quiet
    public void NobodyIsConnected(double x, double y, double byX, double byY)
    {
        var (ada, bo) = (hall.Stands("ada", x, y), hall.Stands("bo", 8, 3));
        hall.Stops(bo, byX, byY);
        hall.Wait(5_000);
        ada.IsAlone();
        bo.IsAlone();
    }

    [Fact]
    public void OneTalksAroundTheEndOfAWallWhenOneSeesEachOther()
    {
        var (ada, bo) = (hall.Stands("ada", 15.5, 7.5), hall.Stands("bo", 8, 3));
        hall.Stops(bo, 17.5, 7.5);
        hall.Wait();
        ada.TalksWith(bo);
    }

    [Theory]
    [InlineData(Availability.Busy)]
    [InlineData(Availability.Away)]
    public void WhoIsBusyIsNotDisturbedAndTheOtherIsToldWhy(Availability availability)
    {
        var (ada, bo) = (hall.Stands("ada", 8, 8), hall.Stands("bo", 2, 8));
        hall.Talk.MakeAvailable(ada, availability, hall.Now);
        hall.Stops(bo, 6, 8);
        hall.Wait(5_000);
        ada.IsAlone();
        Assert.Equal([new Refusal(bo, Obstacle.Busy, 0, ada.Handle)], hall.Talk.Changes.Refusals);
        hall.Talk.MakeAvailable(ada, Availability.Available, hall.Now);
        hall.Wait();
        ada.TalksWith(bo);
    }

    [Fact]
    public void WhoBecomesBusyInAConversationStaysInIt()
    {
        var people = hall.Circle(2, 8, 8);
        hall.Talk.MakeAvailable(people[0], Availability.Busy, hall.Now);
        hall.Wait(5_000);
        people[0].TalksWith(people[1]);
    }

    [Fact]
    public void ALostConnectionIsNotSpokenToAndOneInAConversationStays()
    {
        var (ada, bo) = (hall.Stands("ada", 8, 8), hall.Stands("bo", 2, 8));
        hall.Room.Lose("ada", hall.Now);
        hall.Stops(bo, 7, 8);
        hall.Wait();
        ada.IsAlone();

        var people = hall.Circle(2, 20, 9);
        hall.Room.Lose(people[0].Member, hall.Now);
        hall.Wait(5_000);
        people[1].TalksWith(people[0]);
        hall.Room.Leave(people[0].Member, hall.Now);
        people[1].IsAlone();
    }

    [Fact]
    public void WhoWalksAwayIsOutBeforeItsNextWordOfTheWay()
    {
        var people = hall.Circle(2, 8, 8);
        hall.Walks(people[0], 9.2, 8); // says so once; the room carries it on by itself
        hall.Wait(300);
        people[0].TalksWith(people[1]); // 2.4 m apart, and 1.2 more
        hall.Wait(400);
        people[0].IsAlone();
        people[1].IsAlone();
        Assert.Equal(
            [new Parting(people[0], 1, PartingReason.WalkedAway), new Parting(people[1], 1, PartingReason.Alone)],
            hall.Talk.Changes.Partings);
        Assert.Equal([1], hall.Talk.Changes.Ended);
        Assert.Empty(hall.Talk.All);
    }

    [Fact]
    public void OneMayStepBackFurtherThanOneHadToComeNear()
    {
        var (ada, bo) = (hall.Stands("ada", 8, 8), hall.Stands("bo", 2, 8));
        hall.Stops(bo, 6, 8);
        hall.Wait();
        hall.Stops(bo, 4.1, 8);
        hall.Wait();
        ada.TalksWith(bo);
        hall.Stops(bo, 3.9, 8);
        hall.Wait();
        ada.IsAlone();
    }

    [Fact]
    public void AThirdComesInAndOneGoes()
    {
        var people = hall.Circle(2, 8, 8);
        var cem = hall.Stands("cem", 2, 8);
        hall.Stops(cem, 8, 6.5);
        hall.Wait();
        cem.TalksWith(people);
        hall.Stops(people[1], 2, 8);
        hall.Wait();
        cem.TalksWith(people[0]);
        people[1].IsAlone();
    }

    [Fact]
    public void ACircleThatStopsBesideSomebodyTakesThemIn()
    {
        var people = hall.Circle(2, 8, 8);
        var cem = hall.Stands("cem", 13, 8);
        foreach (var step in new[] { 9.0, 10.0, 11.0 })
        {
            hall.Walks(people[1], step, 8);
            hall.Walks(people[0], step + 0.7, 8);
            hall.Wait(250);
            cem.IsAlone(); // they walk past, so far
        }
        hall.Stops(people[0], 11.5, 8);
        hall.Stops(people[1], 11, 8);
        hall.Wait();
        cem.TalksWith(people);
        Assert.Equal(JoinReason.Met, cem.Participation!.Why);
    }

    [Fact]
    public void TheManyWhoWalkOnStayTogetherAndTheOneWhoStandsIsLeftBehind()
    {
        var people = hall.Circle(4, 6, 8);
        var id = people[1].Conversation()!.Id;
        for (var step = 1; step <= 12; step++)
        {
            foreach (var (walker, row) in new[] { (people[1], 7.5), (people[2], 8.0), (people[3], 8.5) }) hall.Walks(walker, 6 + step * 0.8, row);
            hall.Wait(200);
        }
        people[1].TalksWith(people[2], people[3]);
        Assert.Equal(id, people[1].Conversation()!.Id);
        Assert.Equal([new Parting(people[0], id, PartingReason.Alone)], hall.Talk.Changes.Partings);
    }

    [Fact]
    public void AWallThatComesBetweenParts()
    {
        var people = hall.Circle(2, 15, 8);
        hall.Stops(people[0], 15, 5.5);
        hall.Stops(people[1], 17.4, 5.5);
        hall.Wait();
        people[0].IsAlone();
        Assert.Contains(hall.Talk.Changes.Partings, p => p.Reason == PartingReason.OutOfSight);
    }

    [Fact]
    public void TwoCirclesThatMeetStayTwo()
    {
        var (here, there) = (hall.Circle(2, 7, 8), hall.Circle(2, 13, 8, "n"));
        hall.Stops(here[0], 10, 7.5);
        hall.Stops(here[1], 10, 8.5);
        hall.Stops(there[0], 11, 7.5);
        hall.Stops(there[1], 11, 8.5);
        hall.Wait(5_000);
        here[0].TalksWith(here[1]);
        there[0].TalksWith(there[1]);
    }

    [Fact]
    public void WhoHasSteppedOutIsLeftAloneUntilItWalks()
    {
        var people = hall.Circle(3, 8, 8);
        Assert.Equal(TalkOutcome.Done, hall.Talk.StepOut(people[0], hall.Now));
        hall.Stops(people[1], 8, 7.5); // comes nearer
        hall.Wait(5_000);
        people[0].IsAlone();
        people[1].TalksWith(people[2]);
        hall.Stops(people[0], 8, 8);
        hall.Wait();
        people[0].TalksWith(people[1], people[2]);
        Assert.Equal(TalkOutcome.NotInConversation, hall.Talk.StepOut(hall.Stands("eve", 2, 5), hall.Now));
    }

    [Fact]
    public void NobodyIsPushedOutByWhoComesIn()
    {
        var (ada, bo) = (hall.Stands("ada", 5, 8), hall.Stands("bo", 2, 8));
        hall.Stops(bo, 7.5, 8);
        hall.Wait();
        hall.Stops(bo, 8.9, 8); // 3.9 apart
        hall.Wait();
        var cem = hall.Stands("cem", 2, 3);
        hall.Stops(cem, 11.3, 8); // near to Bo, and then Ada would be too far from the middle of both
        hall.Wait();
        cem.IsAlone();
        ada.TalksWith(bo);
    }
}
