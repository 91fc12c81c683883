using Klapphaus.World.Conversations;

namespace Klapphaus.World.Tests.Conversations;

/// <summary>Who has sound, and by which way it goes.</summary>
public class SoundTests
{
    readonly Gathering hall = new();

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(12, true)]
    public void FromFiveOnSoundGoesByTheMediaServer(int count, bool routed)
    {
        hall.Talk.HasRouter = true;
        var people = hall.Circle(count, 8, 6);
        Assert.Equal(routed, people[0].Conversation()!.Routed);
        Assert.All(people, p => Assert.True(p.Participation!.HasSound));
    }

    [Fact]
    public void WithoutAMediaServerTheFirstFourHaveSound()
    {
        var people = hall.Circle(6, 8, 6);
        Assert.False(people[0].Conversation()!.Routed);
        Assert.Equal(4, people.Count(p => p.Participation!.HasSound));
        var first = people.First(p => p.Participation!.HasSound);
        var late = people[0].Conversation()!.Participants[4].Avatar;
        hall.Talk.StepOut(first, hall.Now);
        Assert.True(late.Participation!.HasSound);
    }

    [Fact]
    public void ItComesBackOnceThereHaveBeenFewForAWhile()
    {
        hall.Talk.HasRouter = true;
        var people = hall.Circle(5, 8, 6);
        var conversation = people[0].Conversation()!;
        hall.Talk.StepOut(people[4], hall.Now);
        hall.Wait(Nearness.BackToMesh - 100);
        Assert.True(conversation.Routed);
        hall.Talk.Forget();
        hall.Wait(200);
        Assert.False(conversation.Routed);
        Assert.Equal([conversation], hall.Talk.Changes.Changed);
        hall.Wait();
        Assert.Null(hall.Talk.NextLook);
    }

    [Fact]
    public void WhoComesAndGoesDoesNotMoveEverybodysSound()
    {
        hall.Talk.HasRouter = true;
        var people = hall.Circle(5, 8, 6);
        var conversation = people[0].Conversation()!;
        for (var i = 0; i < 10; i++)
        {
            hall.Talk.StepOut(people[4], hall.Now);
            hall.Wait(2_000);
            Assert.True(conversation.Routed);
            hall.Stops(people[4], people[4].Position.X / 32d + (i % 2 == 0 ? 0.1 : -0.1), people[4].Position.Y / 32d);
            hall.Wait();
            Assert.Equal(5, conversation.Participants.Count);
        }
    }

    [Fact]
    public void AStageGoesByTheMediaServerFromTheFirstOn()
    {
        hall.Talk.HasRouter = true;
        var ada = hall.Stands("ada", 25, 6);
        hall.Stops(ada, 28, 3);
        hall.Wait();
        Assert.True(ada.Conversation()!.Routed);
        hall.Wait(Nearness.BackToMesh * 2);
        Assert.True(ada.Conversation()!.Routed);
    }

    [Fact]
    public void WhatOneSwitchesOnIsToldAndHeldThereEvenIfNobodyMayHear()
    {
        var people = hall.Circle(2, 8, 6);
        Assert.Equal(TalkOutcome.Done, hall.Talk.Send(people[0], MediaKinds.Microphone | MediaKinds.Camera));
        Assert.Equal(MediaKinds.Microphone | MediaKinds.Camera, people[0].Participation!.Sends);
        Assert.Single(hall.Talk.Changes.Changed);
        Assert.Equal(TalkOutcome.NotInConversation, hall.Talk.Send(hall.Stands("eve", 25, 9), MediaKinds.Microphone));
    }

    [Fact]
    public void ARoomThatHasLostItsMemoryKeepsTheWayThatSoundGoes()
    {
        hall.Talk.HasRouter = true;
        var people = hall.Circle(6, 8, 6);
        var known = people[0].Conversation()!;
        var after = new Gathering();
        after.Talk.HasRouter = true;
        after.Talk.Restore(
            known.Id, null, "", false, known.Routed, null, [],
            people.Select(p => new Participation(p.Member, p.Participation!.Why, p.Participation.With, false, false, -1, false, MediaKinds.Microphone)), after.Now);
        var back = people.Select(p => after.Room.Restore(
            p.Member, p.Handle, new(p.Position, p.Heading, after.Now), new(p.Position, p.Heading, after.Now), after.Now)!).ToArray();
        after.Wait(Nearness.BackToMesh * 2);
        Assert.True(back[0].Conversation()!.Routed);
        Assert.All(back, p => Assert.Equal(MediaKinds.Microphone, p.Participation!.Sends));
    }
}
