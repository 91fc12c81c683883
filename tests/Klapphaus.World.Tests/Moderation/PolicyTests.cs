using Klapphaus.World.Conversations;
using Klapphaus.World.Members;
using Klapphaus.World.Moderation;
using Klapphaus.World.Tests.Conversations;

namespace Klapphaus.World.Tests.Moderation;

/// <summary>What a room's policy and its moderators let people do; it takes effect on those inside at once, and nothing gets round it.</summary>
public class PolicyTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    readonly Gathering hall = new();

    [Fact]
    public void WhoMayNotSpeakIsNotHeardFromThatMomentOn()
    {
        var people = hall.Circle(2, 8, 6);
        Assert.True(people[0].Participation!.IsHeard);
        Assert.Empty(hall.Room.UsePolicy(new() { Speak = Role.Member }, noon));
        Assert.False(people[0].Participation!.IsHeard);
        Assert.Contains(people[0].Conversation(), hall.Talk.Changes.Changed);
        hall.Room.Settle(people[0], Role.Member);
        Assert.True(people[0].Participation!.IsHeard);
    }

    [Fact]
    public void CameraThatIsOnGoesOffWhenItMayNotBeShown()
    {
        var people = hall.Circle(2, 8, 6);
        Assert.Equal(TalkOutcome.Done, hall.Talk.Send(people[0], MediaKinds.Microphone | MediaKinds.Camera));
        hall.Room.UsePolicy(new() { Camera = Role.Member }, noon);
        Assert.Equal(MediaKinds.Microphone, people[0].Participation!.Sends);
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.Send(people[0], MediaKinds.Microphone | MediaKinds.Camera));
        Assert.Equal(MediaKinds.Microphone, people[0].Participation!.Sends);
        hall.Room.UsePolicy(RoomPolicy.Open, noon);
        Assert.Equal(MediaKinds.Microphone, people[0].Participation!.Sends); // no camera opens by another's hand
    }

    [Fact]
    public void WhoIsHiddenIsSoAfterLeavingAndComingBackAndIsStillHeard()
    {
        var mona = Moderator();
        var people = hall.Circle(2, 8, 6);
        hall.Talk.Send(people[1], MediaKinds.Microphone | MediaKinds.Screen);
        Assert.Equal(TalkOutcome.Done, hall.Talk.Hide(mona, people[1], true));
        Assert.Equal(MediaKinds.Microphone, people[1].Participation!.Sends);
        Assert.True(people[1].Participation!.IsHeard);
        hall.Room.Leave(people[1].Member, hall.Now);
        var again = hall.Room.Enter(people[1].Member, null, null, null, hall.Now)!;
        Assert.Equal(MediaKinds.Microphone, again.MaySend);
        hall.Talk.Hide(mona, again, false);
        Assert.Equal(MediaKinds.Microphone | MediaKinds.Camera | MediaKinds.Screen, again.MaySend);
    }

    [Fact]
    public void WhoMayNotBeInsideAnyMoreIsNamed()
    {
        var max = hall.Stands("max", 8, 6);
        var vera = hall.Stands("vera", 9, 10);
        hall.Room.Settle(max, Role.Member);
        Assert.Equal([vera], hall.Room.UsePolicy(new() { Enter = Role.Member }, noon));
        Assert.Equal([max, vera], hall.Room.UsePolicy(new() { ShutFrom = noon }, noon).OrderBy(a => a.Member));
        Assert.Empty(hall.Room.UsePolicy(new() { ShutFrom = noon.AddMinutes(5) }, noon));
        Assert.Equal(2, hall.Room.NotWelcome(noon.AddMinutes(5)).Count);
    }

    [Fact]
    public void WhoMayNotKnockMayTakeAKnockBack()
    {
        var people = hall.Circle(2, 8, 6);
        hall.Talk.Close(people[0], true, hall.Now);
        var vera = hall.Stands("vera", 12, 10);
        var id = people[0].Conversation()!.Id;
        Assert.Equal(TalkOutcome.Done, hall.Talk.Knock(vera, id, true, hall.Now));
        hall.Room.UsePolicy(new() { Knock = Role.Guest }, noon);
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.Knock(vera, id, true, hall.Now));
        Assert.Equal(TalkOutcome.Done, hall.Talk.Knock(vera, id, false, hall.Now));
        Assert.Empty(people[0].Conversation()!.Knocks);
    }

    [Fact]
    public void AModeratorIsBoundByNoPolicy()
    {
        var mona = Moderator();
        hall.Room.UsePolicy(new() { Enter = Role.Organiser, Speak = Role.Organiser, Write = Role.Organiser }, noon);
        Assert.Equal(Rights.All, mona.Rights);
    }

    [Fact]
    public void AModeratorMutesNoModerator()
    {
        var mona = Moderator();
        var max = hall.Stands("max", 8, 6);
        hall.Room.Settle(max, Role.Moderator);
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.Mute(mona, max, true));
        hall.Room.Settle(mona, Role.Organiser);
        Assert.Equal(TalkOutcome.Done, hall.Talk.Mute(mona, max, true));
    }

    [Fact]
    public void AHostModeratesNobody()
    {
        var hanna = hall.Stands("hanna", 25, 9);
        hall.Room.Settle(hanna, Role.Host);
        var vera = hall.Stands("vera", 8, 6);
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.Mute(hanna, vera, true));
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.Remove(hanna, vera, hall.Now));
    }

    [Fact]
    public void WhoIsPutElsewhereStandsThereOrBesideTheWall()
    {
        var vera = hall.Stands("vera", 8, 6);
        hall.Room.Put(vera, Gathering.At(12, 5), hall.Now);
        Assert.Equal(Gathering.At(12, 5), vera.Position);
        hall.Room.Put(vera, Gathering.At(0.5, 0.5), hall.Now);
        Assert.True(hall.Room.Plan.IsFree(vera.Position));
    }

    [Fact]
    public void WhoIsPutAwayFromACircleLeavesIt()
    {
        var people = hall.Circle(3, 8, 6);
        hall.Room.Put(people[0], Gathering.At(25, 9), hall.Now);
        hall.Wait();
        people[0].IsAlone();
        people[1].TalksWith(people[2]);
    }

    [Fact]
    public void SlowModeLetsEachWriteOnceInItsTime()
    {
        var slow = new SlowMode();
        Assert.Equal(0, slow.Take("ada", 10, 1_000));
        Assert.Equal(9_000, slow.Take("ada", 10, 2_000));
        Assert.Equal(0, slow.Take("bo", 10, 2_000));
        Assert.Equal(0, slow.Take("ada", 10, 11_000));
        slow.Reset();
        Assert.Equal(0, slow.Take("ada", 10, 11_002)); // it was over meanwhile
    }

    World.Rooms.Avatar Moderator()
    {
        var mona = hall.Stands("mona", 25, 9);
        hall.Room.Settle(mona, Role.Moderator);
        return mona;
    }
}
