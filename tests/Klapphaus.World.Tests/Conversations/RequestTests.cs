using Klapphaus.World.Conversations;
using Klapphaus.World.Members;

namespace Klapphaus.World.Tests.Conversations;

public class RequestTests
{
    readonly Gathering hall = new();

    [Fact]
    public void WhereItIsClosedOneKnocksAndIsLetIn()
    {
        var people = hall.Circle(2, 8, 8);
        var cem = hall.Stands("cem", 2, 8);
        Assert.Equal(TalkOutcome.IsOpen, hall.Talk.Knock(cem, 1, true, hall.Now));
        Assert.Equal(TalkOutcome.Done, hall.Talk.Close(people[0], true, hall.Now));
        hall.Stops(cem, 8, 6.5);
        hall.Wait(5_000);
        cem.IsAlone();
        Assert.Equal([new Refusal(cem, Obstacle.Closed, 1, -1)], hall.Talk.Changes.Refusals);

        Assert.Equal(TalkOutcome.Done, hall.Talk.Knock(cem, 1, true, hall.Now));
        Assert.Equal(TalkOutcome.Done, hall.Talk.Knock(cem, 1, true, hall.Now));
        Assert.Equal([cem], people[0].Conversation()!.Knocks);
        Assert.Equal(TalkOutcome.Done, hall.Talk.Answer(people[1], cem, true, hall.Now));
        cem.TalksWith(people);
        Assert.Equal((JoinReason.LetIn, people[1].Handle), (cem.Participation!.Why, cem.Participation.With));
        Assert.Empty(people[0].Conversation()!.Knocks);
    }

    [Fact]
    public void WhoIsLetInFromAfarWalksThere()
    {
        var people = hall.Circle(2, 8, 8);
        var cem = hall.Stands("cem", 2, 3);
        hall.Talk.Close(people[0], true, hall.Now);
        hall.Talk.Knock(cem, 1, true, hall.Now);
        Assert.Equal(TalkOutcome.Done, hall.Talk.Answer(people[0], cem, true, hall.Now));
        hall.Wait();
        cem.IsAlone();
        hall.Stops(cem, 8, 6.5);
        hall.Wait();
        cem.TalksWith(people);
    }

    [Fact]
    public void AnInvitationIsGoodForAMinuteAndForOneTime()
    {
        var people = hall.Circle(2, 8, 8);
        var cem = hall.Stands("cem", 2, 3);
        hall.Talk.Close(people[0], true, hall.Now);
        hall.Talk.Knock(cem, 1, true, hall.Now);
        hall.Talk.Answer(people[0], cem, true, hall.Now);
        hall.Wait(Nearness.Pass);
        hall.Stops(cem, 8, 6.5);
        hall.Wait();
        cem.IsAlone();
        hall.Talk.Knock(cem, 1, true, hall.Now);
        hall.Talk.Answer(people[0], cem, true, hall.Now);
        cem.TalksWith(people);
        hall.Talk.StepOut(cem, hall.Now);
        hall.Stops(cem, 8, 6.6);
        hall.Wait();
        cem.IsAlone();
    }

    [Fact]
    public void WhoIsTurnedAwayStaysOutside()
    {
        var people = hall.Circle(2, 8, 8);
        var cem = hall.Stands("cem", 8, 6.5);
        hall.Talk.Close(people[0], true, hall.Now);
        hall.Talk.Knock(cem, 1, true, hall.Now);
        Assert.Equal(TalkOutcome.Done, hall.Talk.Answer(people[0], cem, false, hall.Now));
        hall.Wait(5_000);
        cem.IsAlone();
        Assert.Equal(TalkOutcome.PersonUnknown, hall.Talk.Answer(people[0], cem, true, hall.Now));
        Assert.Equal(TalkOutcome.NotInConversation, hall.Talk.Answer(cem, cem, true, hall.Now));
    }

    [Fact]
    public void WhenItIsOpenedAgainWhoWaitsThereComesIn()
    {
        var people = hall.Circle(2, 8, 8);
        hall.Talk.Close(people[0], true, hall.Now);
        var cem = hall.Stands("cem", 2, 8);
        hall.Stops(cem, 8, 6.5);
        hall.Wait();
        hall.Talk.Close(people[1], false, hall.Now);
        hall.Wait();
        cem.TalksWith(people);
    }

    [Fact]
    public void WhoKnocksAndLeavesTheRoomIsForgotten()
    {
        var people = hall.Circle(2, 8, 8);
        hall.Talk.Close(people[0], true, hall.Now);
        var cem = hall.Stands("cem", 8, 6.5);
        hall.Talk.Knock(cem, 1, true, hall.Now);
        hall.Room.Leave("cem", hall.Now);
        Assert.Empty(people[0].Conversation()!.Knocks);
        Assert.Equal(TalkOutcome.ConversationUnknown, hall.Talk.Knock(cem, 7, true, hall.Now));
    }

    [Fact]
    public void ThirteenIsFullAndSixteenIsTheMost()
    {
        var people = hall.Circle(12, 8, 8);
        var more = Enumerable.Range(0, 5).Select(i => hall.Stands($"z{i}", 2, 3)).ToArray();
        foreach (var late in more)
        {
            hall.Stops(late, 8, 8);
            hall.Wait();
            late.IsAlone();
            Assert.Contains(new Refusal(late, Obstacle.Full, 1, -1), hall.Talk.Changes.Refusals);
            Assert.Equal(TalkOutcome.Done, hall.Talk.Knock(late, 1, true, hall.Now));
            hall.Talk.MakeAvailable(late, Availability.Busy, hall.Now); // or those outside would talk with each other
        }
        foreach (var late in more[..4]) Assert.Equal(TalkOutcome.Done, hall.Talk.Answer(people[3], late, true, hall.Now));
        more[3].TalksWith([.. people, .. more[..3]]);
        Assert.Equal(TalkOutcome.Full, hall.Talk.Answer(people[3], more[4], true, hall.Now));
        more[4].IsAlone();
    }

    [Fact]
    public void BusyPeopleKnockToo()
    {
        var people = hall.Circle(2, 8, 8);
        var cem = hall.Stands("cem", 8, 6.5);
        hall.Talk.MakeAvailable(cem, Availability.Busy, hall.Now);
        hall.Talk.Close(people[0], true, hall.Now);
        hall.Talk.Knock(cem, 1, true, hall.Now);
        hall.Talk.Answer(people[0], cem, true, hall.Now);
        cem.TalksWith(people);
    }

    [Fact]
    public void SomebodyLeadsAndOthersFollow()
    {
        var people = hall.Circle(3, 8, 8);
        Assert.Equal(TalkOutcome.PersonUnknown, hall.Talk.Follow(people[1], true));
        hall.Talk.Lead(people[0], true);
        Assert.Equal(TalkOutcome.PersonUnknown, hall.Talk.Follow(people[0], true));
        Assert.Equal(TalkOutcome.Done, hall.Talk.Follow(people[1], true));
        Assert.True(people[1].Participation!.Follows);
        hall.Talk.Lead(people[1], false); // does not lead: nothing changes
        Assert.Same(people[0].Participation, people[0].Conversation()!.Leader);
        hall.Room.Leave(people[0].Member, hall.Now);
        Assert.Null(people[1].Conversation()!.Leader);
        Assert.False(people[1].Participation!.Follows);
    }

    [Fact]
    public void ATopicIsForAllAndEndsWithTheConversation()
    {
        var people = hall.Circle(2, 8, 8);
        Assert.Equal(TalkOutcome.Done, hall.Talk.Name(people[0], "Leerstand"));
        Assert.Equal("Leerstand", people[1].Conversation()!.Topic);
        Assert.Equal(TalkOutcome.NotInConversation, hall.Talk.Name(hall.Stands("eve", 2, 3), "Anderes"));
        hall.Talk.StepOut(people[0], hall.Now);
        hall.Stops(people[0], people[0].Position.X / 32d, 8.1);
        hall.Wait();
        Assert.Equal("", people[0].Conversation()!.Topic);
    }

    [Fact]
    public void WhoListensIsNotHeardAndAHandKeepsItsPlace()
    {
        var people = hall.Circle(2, 8, 8);
        Assert.True(people[0].Participation!.IsHeard);
        hall.Talk.Listen(people[0], true);
        Assert.False(people[0].Participation!.IsHeard);
        hall.Talk.RaiseHand(people[0], true, 5);
        hall.Talk.RaiseHand(people[0], true, 9);
        Assert.Equal(5, people[0].Participation!.HandSince);
        hall.Talk.RaiseHand(people[0], false, 9);
        Assert.Null(people[0].Participation!.HandSince);
    }

    [Fact]
    public void OnlyStaffMutesAndTakesOut()
    {
        var people = hall.Circle(3, 8, 8);
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.Mute(people[0], people[1], true));
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.Remove(people[0], people[1], hall.Now));
        hall.Room.Settle(people[0], Role.Moderator);
        hall.Talk.Mute(people[0], people[1], true);
        Assert.False(people[1].Participation!.IsHeard);
        Assert.Equal(TalkOutcome.Done, hall.Talk.Remove(people[0], people[1], hall.Now));
        people[1].IsAlone();
        hall.Stops(people[1], 8, 8); // comes back
        hall.Wait();
        people[1].IsAlone();
        Assert.Contains(new Refusal(people[1], Obstacle.Removed, 1, -1), hall.Talk.Changes.Refusals);
        hall.Talk.Knock(people[1], 1, true, hall.Now);
        hall.Talk.Answer(people[2], people[1], true, hall.Now);
        people[1].TalksWith(people[0], people[2]);
        Assert.False(people[1].Participation!.IsHeard); // muted it stays
    }
}
