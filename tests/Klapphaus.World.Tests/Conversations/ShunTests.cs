using Klapphaus.World.Rooms;

namespace Klapphaus.World.Tests.Conversations;

/// <summary>Two of whom one has blocked the other never fall into conversation, whoever walks.</summary>
public class ShunTests
{
    readonly Gathering hall = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NeitherMeetsTheOther(bool isTheOneWhoWalks)
    {
        var ada = hall.Stands("ada", 8, 6);
        var eve = hall.Stands("eve", 12, 11);
        Shun(isTheOneWhoWalks ? eve : ada, isTheOneWhoWalks ? ada : eve);
        hall.Stops(eve, 9, 6);
        hall.Wait();
        ada.IsAlone();
        eve.IsAlone();
        Assert.Empty(hall.Talk.Changes.Refusals); // nobody is told why
    }

    [Fact]
    public void WhoBlocksSomebodyInTheirCircleLeavesIt()
    {
        var people = hall.Circle(3, 8, 6);
        Shun(people[0], people[1]);
        people[0].IsAlone();
        people[1].TalksWith(people[2]);
        hall.Wait(10_000);
        people[0].IsAlone();
    }

    [Fact]
    public void NeitherComesIntoACircleWithTheOther()
    {
        var people = hall.Circle(2, 8, 6);
        var eve = hall.Stands("eve", 12, 11);
        Shun(people[0], eve);
        hall.Stops(eve, 8, 7.5);
        hall.Wait();
        eve.IsAlone();
        people[0].TalksWith(people[1]);
    }

    [Fact]
    public void OthersMayStillMeetBoth()
    {
        var ada = hall.Stands("ada", 8, 6);
        var eve = hall.Stands("eve", 12, 11);
        Shun(ada, eve);
        var bo = hall.Stands("bo", 3, 6);
        hall.Stops(bo, 9, 6);
        hall.Wait();
        bo.TalksWith(ada);
        hall.Stops(eve, 9.5, 7);
        hall.Wait();
        eve.IsAlone();
    }

    [Fact]
    public void WhoIsUnblockedIsMetAgain()
    {
        var ada = hall.Stands("ada", 8, 6);
        var eve = hall.Stands("eve", 12, 11);
        Shun(ada, eve);
        hall.Talk.Shun(ada, new HashSet<string>(), hall.Now);
        hall.Stops(eve, 9, 6);
        hall.Wait();
        eve.TalksWith(ada);
    }

    [Fact]
    public void AtATableBothMaySitAndAvoidEachOther()
    {
        var ada = hall.Stands("ada", 22, 3);
        var eve = hall.Stands("eve", 25, 9);
        Shun(ada, eve);
        hall.Stops(ada, 22, 3);
        hall.Wait();
        hall.Stops(eve, 23, 3);
        hall.Wait();
        Assert.Same(ada.Conversation(), eve.Conversation());
        Assert.True(ada.Avoids(eve) && eve.Avoids(ada));
    }

    void Shun(Avatar who, Avatar whom) => hall.Talk.Shun(who, new HashSet<string> { whom.Member }, hall.Now);
}
