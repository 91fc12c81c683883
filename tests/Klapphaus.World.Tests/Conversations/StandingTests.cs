using Klapphaus.World.Conversations;
using Klapphaus.World.Members;
using Klapphaus.World.Rooms;

namespace Klapphaus.World.Tests.Conversations;

/// <summary>What a moderator has decided cannot be got round by walking, leaving or coming back; and nobody is forgotten who waits.</summary>
public class StandingTests
{
    readonly Gathering hall = new();

    Avatar Moderator()
    {
        var mona = hall.Stands("mona", 25, 9);
        hall.Room.Settle(mona, Role.Moderator);
        return mona;
    }

    [Fact]
    public void WhoIsMutedIsSoAfterLeavingAndComingBack()
    {
        var mona = Moderator();
        var people = hall.Circle(2, 8, 6);
        hall.Talk.Mute(mona, people[1], true);
        hall.Room.Leave(people[1].Member, hall.Now);
        var again = hall.Room.Enter(people[1].Member, null, null, null, hall.Now)!;
        Assert.True(again.Muted);
        hall.Talk.Mute(mona, again, false);
        hall.Room.Leave(again.Member, hall.Now);
        Assert.False(hall.Room.Enter(again.Member, null, null, null, hall.Now)!.Muted);
    }

    [Fact]
    public void WhoWasTakenOutOfAPairDoesNotBeginAnotherWithTheSamePerson()
    {
        var mona = Moderator();
        var people = hall.Circle(2, 8, 6);
        var (ada, eve) = (people[0], people[1]);
        hall.Talk.Remove(mona, eve, hall.Now);
        hall.Wait();
        hall.Stops(eve, 8, 6);
        hall.Wait();
        ada.IsAlone();
        eve.IsAlone();
        hall.Room.Leave(eve.Member, hall.Now);
        eve = hall.Stands(eve.Member, 7, 7);
        hall.Stops(eve, 7.5, 6);
        hall.Wait();
        eve.IsAlone();
        hall.Stops(ada, 8, 6.5); // of her own will
        hall.Wait();
        ada.TalksWith(eve);
    }

    [Fact]
    public void WhoWasTakenOutComesIntoNoOtherCircleWithThem()
    {
        var mona = Moderator();
        var people = hall.Circle(2, 8, 6);
        var (ada, eve) = (people[0], people[1]);
        hall.Talk.Remove(mona, eve, hall.Now);
        hall.Stops(eve, 2, 2);
        var bo = hall.Stands("bo", 12, 6);
        hall.Stops(bo, 9, 6);
        hall.Wait();
        ada.TalksWith(bo);
        hall.Stops(eve, 8.5, 7);
        hall.Wait();
        eve.IsAlone();
        Assert.Equal(TalkOutcome.Done, hall.Talk.Close(bo, true, hall.Now));
        Assert.Equal(TalkOutcome.Done, hall.Talk.Knock(eve, ada.Conversation()!.Id, true, hall.Now));
        Assert.Equal(TalkOutcome.Done, hall.Talk.Answer(ada, eve, true, hall.Now));
        hall.Stops(eve, 8.5, 6.5);
        hall.Wait();
        eve.TalksWith(ada, bo); // let in by those whom it concerns
    }

    [Fact]
    public void WhoWalksUpToAWallWithinTheCircleIsNotBehindIt()
    {
        var (ada, bo) = (hall.Stands("ada", 14.5, 5), hall.Stands("bo", 13.5, 5));
        hall.Stops(bo, 13.5, 5);
        hall.Wait();
        ada.TalksWith(bo);
        hall.Walks(ada, 15.5, 5); // to the east, where the wall is; its word of stopping is on the way
        hall.Wait(400);
        ada.TalksWith(bo);
    }

    [Fact]
    public void WhoseLineBrokeWhileItWalkedUpMeetsWhenItIsBack()
    {
        var (ada, bo) = (hall.Stands("ada", 8, 6), hall.Stands("bo", 12, 6));
        hall.Stops(bo, 9, 6);
        bo.LostSince = hall.Now;
        hall.Wait();
        bo.IsAlone();
        hall.Room.Keep("bo", hall.Now);
        hall.Wait();
        bo.TalksWith(ada);
    }

    (Avatar Inside, Avatar Beside) ClosedTableAndOneBeside()
    {
        var (ada, bo) = (hall.Stands("ada", 18, 8), hall.Stands("bo", 18, 9));
        hall.Stops(ada, 21, 2);
        hall.Wait();
        hall.Talk.Close(ada, true, hall.Now);
        hall.Stops(bo, 22, 3);
        hall.Wait();
        bo.IsAlone();
        return (ada, bo);
    }

    [Fact]
    public void WhoStandsAtAClosedTableComesInWhenItIsOpened()
    {
        var (ada, bo) = ClosedTableAndOneBeside();
        hall.Talk.Close(ada, false, hall.Now);
        hall.Wait();
        bo.TalksWith(ada);
    }

    [Fact]
    public void WhoStandsAtAClosedTableComesInWhenTheOthersHaveGone()
    {
        var (ada, bo) = ClosedTableAndOneBeside();
        hall.Stops(ada, 18, 8);
        hall.Wait(2_000);
        bo.TalksWith();
        Assert.False(bo.Conversation()!.Closed);
    }
}
