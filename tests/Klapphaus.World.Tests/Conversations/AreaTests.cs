using Klapphaus.World.Conversations;
using Klapphaus.World.Members;

namespace Klapphaus.World.Tests.Conversations;

public class AreaTests
{
    readonly Gathering hall = new();

    [Fact]
    public void WhoStopsAtATableTakesPartThereEvenAlone()
    {
        var ada = hall.Stands("ada", 18, 8);
        hall.Walks(ada, 22, 3);
        hall.Wait(400);
        ada.IsAlone();
        hall.Stops(ada, 21, 2);
        hall.Wait();
        ada.TalksWith();
        Assert.Equal("tisch", ada.Conversation()!.Area!.Id);
        Assert.Equal(JoinReason.CameIn, ada.Participation!.Why);
    }

    [Fact]
    public void AtATableOneIsTogetherFromEndToEndAndOnlyThere()
    {
        var (ada, bo, cem) = (hall.Stands("ada", 18, 8), hall.Stands("bo", 18, 9), hall.Stands("cem", 18, 10));
        hall.Stops(ada, 20.2, 1.2);
        hall.Stops(bo, 24.8, 4.8);
        hall.Stops(cem, 24.8, 5.8); // a step beside it
        hall.Wait();
        ada.TalksWith(bo);
        cem.IsAlone();
        hall.Stops(bo, 24.8, 5.3); // on the edge
        hall.Wait();
        ada.TalksWith(bo);
        hall.Stops(bo, 24.8, 5.7);
        hall.Wait();
        ada.TalksWith();
        bo.TalksWith(cem);
    }

    [Fact]
    public void ATableHasAsManyPlacesAsItHas()
    {
        var people = Enumerable.Range(0, 4).Select(i => hall.Stands($"p{i}", 18, 8 + i)).ToArray();
        foreach (var person in people)
        {
            hall.Stops(person, 21 + person.Handle % 4, 2);
            hall.Wait();
        }
        people[0].TalksWith(people[1], people[2]);
        people[3].IsAlone();
        var id = people[0].Conversation()!.Id;
        Assert.Contains(new Refusal(people[3], Obstacle.Full, id, -1), hall.Talk.Changes.Refusals);
        Assert.Equal(TalkOutcome.Done, hall.Talk.Knock(people[3], id, true, hall.Now));
        Assert.Equal(TalkOutcome.Full, hall.Talk.Answer(people[0], people[3], true, hall.Now));
        hall.Stops(people[2], 18, 8);
        hall.Wait();
        Assert.Equal(TalkOutcome.Done, hall.Talk.Answer(people[0], people[3], true, hall.Now));
        people[0].TalksWith(people[1], people[3]);
    }

    [Fact]
    public void BusyPeopleTakePartWhereTheyStop()
    {
        var ada = hall.Stands("ada", 18, 8);
        hall.Talk.MakeAvailable(ada, Availability.Busy, hall.Now);
        hall.Stops(ada, 21, 2);
        hall.Wait();
        ada.TalksWith();
    }

    [Fact]
    public void WhoStopsAtATableLeavesItsCircle()
    {
        var people = hall.Circle(2, 22, 7);
        var circle = people[0].Conversation()!.Id;
        hall.Stops(people[0], 22, 4.5);
        hall.Wait();
        people[0].TalksWith();
        people[1].IsAlone();
        Assert.Contains(new Parting(people[0], circle, PartingReason.WentToArea), hall.Talk.Changes.Partings);
    }

    [Fact]
    public void WhoStopsWhereItIsFullStaysInItsCircle()
    {
        foreach (var i in new[] { 0, 1, 2 }) hall.Stops(hall.Stands($"p{i}", 18, 10), 21 + i, 2);
        hall.Wait();
        var people = hall.Circle(2, 22, 7);
        hall.Stops(people[0], 22, 4.5);
        hall.Wait();
        people[0].TalksWith(people[1]);
        Assert.Contains(hall.Talk.Changes.Refusals, r => r.Avatar == people[0] && r.Obstacle == Obstacle.Full);
    }

    [Fact]
    public void WhereQuietIsWantedNobodyTalks()
    {
        var people = hall.Circle(2, 5.4, 9);
        hall.Stops(people[0], 4, 10.5);
        hall.Wait();
        people[0].IsAlone();
        people[1].IsAlone();
    }

    [Fact]
    public void InALobbyItIsAsOnTheFloor()
    {
        hall.Circle(2, 12, 11);
        Assert.Null(Assert.Single(hall.Talk.All).Area);
    }

    [Fact]
    public void OnTheStageWhoHasTheWordIsHeard()
    {
        var (host, ada) = (hall.Stands("host", 28, 8), hall.Stands("ada", 28, 9));
        hall.Room.Settle(host, Role.Moderator);
        hall.Stops(host, 28, 2);
        hall.Stops(ada, 29, 3);
        hall.Wait();
        ada.TalksWith(host);
        Assert.True(host.Participation!.IsHeard);
        Assert.False(ada.Participation!.IsHeard);
        hall.Talk.RaiseHand(ada, true, hall.Now);
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.GiveWord(ada, ada, true));
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.Close(ada, true, hall.Now));
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.Name(ada, "Meins"));
        Assert.Equal(TalkOutcome.Done, hall.Talk.GiveWord(host, ada, true));
        Assert.True(ada.Participation!.IsHeard);
        Assert.Null(ada.Participation.HandSince);
        Assert.Equal(TalkOutcome.Done, hall.Talk.GiveWord(host, ada, false));
        Assert.False(ada.Participation!.IsHeard);
    }

    [Fact]
    public void WordsAreGivenOnlyWhereOneNeedsThem()
    {
        var people = hall.Circle(2, 8, 8);
        hall.Room.Settle(people[0], Role.Moderator);
        Assert.Equal(TalkOutcome.NotAllowed, hall.Talk.GiveWord(people[0], people[1], true));
        Assert.Equal(TalkOutcome.NotInConversation, hall.Talk.GiveWord(people[0], hall.Stands("eve", 2, 3), true));
    }

    [Fact]
    public void WhenAnAreaIsTakenOutOfThePlanItsTalkIsOver()
    {
        var ada = hall.Stands("ada", 18, 8);
        hall.Stops(ada, 21, 2);
        hall.Wait();
        hall.Room.ChangePlan(new Gathering().Room.Plan, hall.Now);
        hall.Wait();
        ada.TalksWith(); // the same areas: nothing changed
        var bare = Tests.Plans.PlanDrawing.Of(
            "##############################",
            "#.e..........................#",
            "#............................#",
            "##############################");
        hall.Room.ChangePlan(bare.Plan(), hall.Now);
        ada.IsAlone();
        Assert.Contains(hall.Talk.Changes.Partings, p => p.Reason == PartingReason.AreaGone);
        Assert.Empty(hall.Talk.All);
    }

    [Fact]
    public void WhenATableBecomesAStageWhoHasNoWordIsNotHeardAnyMore()
    {
        var ada = hall.Stands("ada", 18, 8);
        hall.Stops(ada, 21, 2);
        hall.Wait();
        Assert.True(ada.Participation!.IsHeard);
        hall.Talk.Forget();
        var drawing = Tests.Plans.PlanDrawing.Of(
            [.. Enumerable.Repeat("#..............................#", 13).Prepend("################################").Append("################################")]);
        drawing.Add("areas", "stage", "Bühne", 20, 1, 5, 4, ("id", "tisch"));
        drawing.Add("entries", "entry", "eingang", 2, 2, 1, 1, ("default", true));
        hall.Room.ChangePlan(drawing.Plan(), hall.Now);
        ada.TalksWith();
        Assert.False(ada.Participation!.IsHeard);
        Assert.Equal([ada.Conversation()!], hall.Talk.Changes.Changed); // and so everybody is told
    }

    [Fact]
    public void APassAtAClosedTableWorksFromAfar()
    {
        var (ada, bo) = (hall.Stands("ada", 18, 8), hall.Stands("bo", 18, 9));
        hall.Stops(ada, 21, 2);
        hall.Wait();
        hall.Talk.Close(ada, true, hall.Now);
        hall.Stops(bo, 23, 3);
        hall.Wait();
        bo.IsAlone();
        hall.Talk.Knock(bo, ada.Conversation()!.Id, true, hall.Now);
        hall.Talk.Answer(ada, bo, true, hall.Now);
        bo.TalksWith(ada);
    }
}
