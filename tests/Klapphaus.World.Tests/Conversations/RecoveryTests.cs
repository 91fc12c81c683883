using Klapphaus.World.Conversations;
using Klapphaus.World.Rooms;

namespace Klapphaus.World.Tests.Conversations;

/// <summary>A room that has lost its memory is told by those who still know.</summary>
public class RecoveryTests
{
    readonly Gathering before = new();
    readonly Gathering after = new();

    static Participation Known(Avatar avatar) => new(
        avatar.Member, avatar.Participation!.Why, avatar.Participation.With, avatar.Participation.Listens, avatar.Participation.HasWord, -1, avatar.Participation.Follows,
        avatar.Participation.Sends);

    Avatar Returns(Avatar avatar) => after.Room.Restore(
        avatar.Member, avatar.Handle, new(avatar.Position, avatar.Heading, after.Now), new(avatar.Position, avatar.Heading, after.Now), after.Now)!;

    void Tell(Conversation conversation, Avatar[] people) => after.Talk.Restore(
        conversation.Id, conversation.Area?.Id, conversation.Topic, conversation.Closed, conversation.Routed, conversation.Leader?.Avatar.Member, conversation.Removed, people.Select(Known), after.Now);

    [Fact]
    public void TheConversationIsTheSameThoughItsPeopleComeBackOneByOne()
    {
        var people = before.Circle(3, 8, 8);
        before.Talk.Name(people[0], "Leerstand");
        before.Talk.Close(people[0], true, before.Now);
        before.Talk.Listen(people[1], true);
        before.Talk.Lead(people[2], true);
        var known = people[0].Conversation()!;

        var ada = Returns(people[0]);
        Tell(known, people);
        ada.TalksWith();
        after.Wait(3_000);
        var bo = Returns(people[1]);
        after.Wait(3_000);
        var cem = Returns(people[2]);
        Tell(known, people); // another feed tells the same
        after.Wait(30_000);
        ada.TalksWith(bo, cem);
        var conversation = ada.Conversation()!;
        Assert.Equal((known.Id, "Leerstand", true), (conversation.Id, conversation.Topic, conversation.Closed));
        Assert.True(bo.Participation!.Listens);
        Assert.Equal(people[0].Participation!.Why, ada.Participation!.Why);
    }

    [Fact]
    public void WhoComesInAnewWhereItStoodIsInItsCircleAgain()
    {
        var people = before.Circle(2, 8, 8);
        before.Talk.Close(people[0], true, before.Now);
        var ada = Returns(people[0]);
        Tell(people[0].Conversation()!, people);
        var bo = after.Room.Enter(people[1].Member, null, people[1].Position, after.Now, after.Now)!;
        after.Wait(3_000);
        ada.TalksWith(bo);
        Assert.True(ada.Conversation()!.Closed);
    }

    [Fact]
    public void NobodyIsLeftInACircleOfOneWhenTheOtherStepsOutMeanwhile()
    {
        var people = before.Circle(2, 8, 8);
        var ada = Returns(people[0]);
        Tell(people[0].Conversation()!, people);
        after.Talk.StepOut(ada, after.Now);
        var bo = Returns(people[1]);
        after.Wait(Nearness.Recovery + 1_000);
        bo.IsAlone();
        Assert.Empty(after.Talk.All);
    }

    [Fact]
    public void OfHalfACircleNobodyIsPartedWhoHasNotMoved()
    {
        var people = new[] { before.Stands("ada", 8, 8), before.Stands("cem", 10.4, 8), before.Stands("bo", 12.8, 8) };
        before.Stops(people[1], 10.4, 8);
        before.Wait();
        before.Stops(people[2], 12.8, 8);
        before.Wait();
        Assert.Equal(3, people[0].Conversation()!.Participants.Count);
        var (ada, bo) = (Returns(people[0]), Returns(people[2]));
        Tell(people[0].Conversation()!, people);
        after.Wait(3_000);
        ada.TalksWith(bo); // 4.8 m apart, with nobody between them yet
        var cem = Returns(people[1]);
        after.Wait(Nearness.Recovery);
        ada.TalksWith(bo, cem);
    }

    [Fact]
    public void WhoDoesNotComeBackIsNotWaitedForWithoutEnd()
    {
        var people = before.Circle(2, 8, 8);
        var ada = Returns(people[0]);
        Tell(people[0].Conversation()!, people);
        after.Wait(Nearness.Recovery - 100);
        ada.TalksWith();
        after.Wait(200);
        ada.IsAlone();
        Assert.Empty(after.Talk.All);
        after.Wait();
        Assert.Null(after.Talk.NextLook);
    }

    [Fact]
    public void ANewConversationDoesNotTakeTheNumberOfAnOldOne()
    {
        var people = before.Circle(2, 8, 8);
        Returns(people[0]);
        Tell(people[0].Conversation()!, people);
        Returns(people[1]);
        Assert.NotEqual(1, after.Circle(2, 20, 9, "n")[0].Conversation()!.Id);
    }

    [Fact]
    public void TheLeaderLeadsOnWhenItIsBack()
    {
        var people = before.Circle(2, 8, 8);
        before.Talk.Lead(people[1], true);
        before.Talk.Follow(people[0], true);
        var ada = Returns(people[0]);
        Tell(people[0].Conversation()!, people);
        var bo = Returns(people[1]);
        Assert.Same(bo.Participation, ada.Conversation()!.Leader);
        Assert.True(ada.Participation!.Follows);
    }
}
