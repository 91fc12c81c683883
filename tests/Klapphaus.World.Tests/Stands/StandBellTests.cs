using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>What happens when a visitor rings at a stand.</summary>
public class StandBellTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    readonly StandBell bell = new();
    DateTimeOffset now = noon;

    [Fact]
    public void AllHostsAreCalledAndTheFirstWhoAcceptsStopsTheOthers()
    {
        Staffed("hanna", "hugo");
        var ring = Rings("vera");
        Assert.Equal(["Calls hanna", "Calls hugo"], Signals());
        Assert.Equal(BellOutcome.Done, bell.Accept("hugo", ring.Id, now).Outcome);
        Assert.Equal(["Stops hanna", "Stops hugo", "Accepted hugo", "Over hugo"], Signals());
        Assert.Equal(("hugo", BellEnd.Answered), (ring.Host, ring.End));
        Assert.Null(bell.RequestOf("vera"));
        Assert.False(bell.IsBusy("hugo"));
    }

    [Fact]
    public void WhoAcceptsSecondIsToldWhoWasFirst()
    {
        Staffed("hanna", "hugo");
        var ring = Rings("vera");
        bell.Accept("hugo", ring.Id, now);
        var (outcome, request) = bell.Accept("hanna", ring.Id, now);
        Assert.Equal((BellOutcome.Taken, "hugo"), (outcome, request!.Host));
        Assert.Equal(BellOutcome.Done, bell.Accept("hugo", ring.Id, now).Outcome); // the same answer once more
        Assert.Equal("hugo", ring.Host);
    }

    [Fact]
    public void WhoDeclinesIsCalledNoLongerAndTheOthersAre()
    {
        Staffed("hanna", "hugo");
        var ring = Rings("vera");
        Signals();
        Assert.Equal(BellOutcome.Done, bell.Decline("hanna", ring.Id, now).Outcome);
        Assert.Equal(["Stops hanna"], Signals());
        Assert.Equal(["hugo"], ring.Called);
        bell.Decline("hugo", ring.Id, now);
        Assert.Equal(BellEnd.Declined, ring.End);
        Assert.Equal(["Stops hugo", "Over "], Signals());
    }

    [Fact]
    public void WhoDeclinesMaySaySomethingToThat()
    {
        Staffed("hanna", "hugo");
        var ring = Rings("vera");
        bell.Decline("hanna", ring.Id, now, "Gleich");
        bell.Decline("hugo", ring.Id, now);
        Assert.Equal((BellEnd.Declined, ("hanna", "Gleich")), (ring.End, ring.Words));
        Assert.Equal(BellOutcome.Over, bell.Decline("hugo", ring.Id, now, "Zu spät").Outcome);
        Assert.Equal(("hanna", "Gleich"), ring.Words);
    }

    [Fact]
    public void WhoHasDeclinedMayStillThinkBetterOfIt()
    {
        Staffed("hanna", "hugo");
        var ring = Rings("vera");
        bell.Decline("hanna", ring.Id, now);
        Assert.Equal(BellOutcome.Done, bell.Accept("hanna", ring.Id, now).Outcome);
        Assert.Equal("hanna", ring.Host);
    }

    [Fact]
    public void WithNobodyThereItIsSaidAfterATime()
    {
        var ring = Rings("vera");
        Assert.Equal(now + StandBell.Patience, bell.NextDeadline);
        Passes(StandBell.Patience - TimeSpan.FromTicks(1));
        Assert.True(ring.IsWaiting);
        Passes(TimeSpan.FromTicks(1));
        Assert.Equal(BellEnd.Unanswered, ring.End);
        Assert.Null(bell.NextDeadline);
        Assert.NotEqual(ring.Id, Rings("vera").Id); // one may ring again
    }

    [Fact]
    public void AHostWhoComesIsCalledAndHasTheirTime()
    {
        var ring = Rings("vera");
        Passes(StandBell.Patience / 2);
        Staffed("hanna");
        Assert.Equal(["Calls hanna"], Signals());
        Passes(StandBell.Patience / 2);
        Assert.True(ring.IsWaiting);
        Passes(StandBell.Patience / 2);
        Assert.Equal(BellEnd.Unanswered, ring.End);
        Assert.Equal(["Stops hanna", "Over "], Signals());
    }

    [Fact]
    public void AHostInATalkIsNotCalledAndTheNextStandInLine()
    {
        Staffed("hanna");
        var talk = Wants("vera", BellWish.Talk);
        bell.Accept("hanna", talk.Id, now);
        Assert.True(talk.IsTalk);
        Assert.True(bell.IsBusy("hanna"));
        Signals();
        var (second, third) = (Wants("max", BellWish.Talk), Rings("gus"));
        Assert.Empty(Signals());
        Assert.Equal((0, 1, 2), (bell.PositionOf("vera"), bell.PositionOf("max"), bell.PositionOf("gus")));
        Passes(StandBell.Patience * 10); // who waits for the busy waits as long as they like
        Assert.True(second.IsWaiting);
        Assert.Equal(BellOutcome.Busy, bell.Accept("hanna", second.Id, now).Outcome);
        bell.EndTalk("hanna", now);
        Assert.Equal(BellEnd.Talked, talk.End);
        Assert.Equal(["Over hanna", "Calls hanna", "Calls hanna"], Signals());
        bell.Accept("hanna", second.Id, now);
        Assert.Equal(1, bell.PositionOf("gus"));
        Assert.Empty(third.Called);
    }

    [Fact]
    public void WhenWhoIsFreeDoesNotAnswerTheVisitorIsToldAndMayWaitForWhoIsBusy()
    {
        Staffed("hanna", "hugo");
        bell.Accept("hanna", Wants("vera", BellWish.Talk).Id, now);
        var ring = Rings("max");
        Signals();
        Passes(StandBell.Patience);
        Assert.True(ring.IsUnheard);
        Assert.True(ring.IsWaiting);
        Assert.Equal(["Unheard "], Signals());
        Passes(StandBell.Patience * 3);
        Assert.Empty(Signals()); // said once
        bell.EndTalk("hanna", now);
        Assert.Equal(["Over hanna", "Calls hanna"], Signals());
        Assert.False(ring.IsUnheard);
        Passes(StandBell.Patience);
        Assert.Equal(BellEnd.Unanswered, ring.End);
    }

    [Fact]
    public void WhoIsBusyAndHasDeclinedIsNotWaitedFor()
    {
        Staffed("hanna", "hugo");
        var (talk, ring) = (Wants("vera", BellWish.Talk), Rings("max"));
        bell.Decline("hanna", ring.Id, now);
        bell.Accept("hanna", talk.Id, now);
        Passes(StandBell.Patience);
        Assert.Equal(BellEnd.Unanswered, ring.End);
    }

    [Fact]
    public void WhenTheBusyHostGoesWhoWaitsIsNotLeftWaiting()
    {
        Staffed("hanna", "hugo");
        bell.Accept("hanna", Wants("vera", BellWish.Talk).Id, now);
        var ring = Rings("max");
        Passes(StandBell.Patience);
        bell.GoOffDuty("hanna", now);
        Passes(StandBell.Patience);
        Assert.Equal(BellEnd.Unanswered, ring.End);
    }

    [Fact]
    public void TheVisitorTakesItBackOrGoes()
    {
        Staffed("hanna");
        var (one, two) = (Rings("vera"), Rings("max"));
        Signals();
        Assert.Equal(BellOutcome.Done, bell.Cancel("vera", now).Outcome);
        Assert.Equal(BellOutcome.Done, bell.Leave("max", now).Outcome);
        Assert.Equal((BellEnd.Withdrawn, BellEnd.Left), (one.End, two.End));
        Assert.Equal(["Stops hanna", "Over ", "Stops hanna", "Over "], Signals());
        Assert.Equal(new BellAnswer(BellOutcome.Done, null), bell.Cancel("vera", now)); // she does not wait, and that is what she wants
        Assert.Empty(Signals());
        Assert.Equal(BellOutcome.Over, bell.Accept("hanna", one.Id, now).Outcome);
    }

    [Fact]
    public void ATalkEndsWhenEitherGoes()
    {
        Staffed("hanna", "hugo");
        var (one, two) = (Wants("vera", BellWish.Talk), Wants("max", BellWish.Talk));
        bell.Accept("hanna", one.Id, now);
        bell.Accept("hugo", two.Id, now);
        bell.Leave("vera", now);
        bell.GoOffDuty("hugo", now);
        Assert.Equal((BellEnd.Left, BellEnd.HostGone), (one.End, two.End));
        Assert.Empty(bell.Talks);
        Assert.False(bell.IsBusy("hanna"));
        Assert.Equal(new BellAnswer(BellOutcome.Done, null), bell.EndTalk("hanna", now));
    }

    [Fact]
    public void AVisitorWhoEndsATalkHasTalked()
    {
        Staffed("hanna");
        var talk = Wants("vera", BellWish.Talk);
        bell.Accept("hanna", talk.Id, now);
        bell.Cancel("vera", now);
        Assert.Equal(BellEnd.Talked, talk.End);
    }

    [Fact]
    public void WhoHasAskedIsNotInLineTwice()
    {
        var ring = Rings("vera");
        var (outcome, request) = bell.Ask("vera", BellWish.Talk, now);
        Assert.Equal(BellOutcome.AlreadyAsked, outcome);
        Assert.Same(ring, request);
        Assert.Single(bell.Line);
    }

    [Fact]
    public void WhatSomebodyAskedForLastIsKnownWhenItIsOver()
    {
        Staffed("hanna");
        Assert.Null(bell.LastOf("vera"));
        var first = Rings("vera");
        Assert.Same(first, bell.LastOf("vera"));
        bell.Accept("hanna", first.Id, now);
        Assert.Same(first, bell.LastOf("vera"));
        Rings("max");
        var second = Rings("vera");
        bell.Cancel("vera", now);
        Assert.Same(second, bell.LastOf("vera"));
        bell.Forget("vera", now);
        Assert.Null(bell.LastOf("vera"));
    }

    [Fact]
    public void ABellThatHasForgottenEverythingGivesNoNumberAgain()
    {
        var before = new[] { Rings("vera").Id, Rings("max").Id, Rings("gus").Id };
        Assert.Equal(before.Distinct(), before);
        var anew = new StandBell().Ask("vera", BellWish.Ring, now + TimeSpan.FromSeconds(1)).Request!;
        Assert.DoesNotContain(anew.Id, before);
        Assert.True(anew.Id < 1L << 53); // browsers know no greater whole numbers
    }

    [Fact]
    public void ALineHasItsEnd()
    {
        for (var i = 0; i < StandBell.LongestLine; i++) Rings($"v{i}");
        Assert.Equal(BellOutcome.LineFull, bell.Ask("vera", BellWish.Ring, now).Outcome);
    }

    [Fact]
    public void AHostDoesNotRingAtTheirOwnStand()
    {
        var ring = Rings("hanna");
        Staffed("hanna");
        Assert.Equal(BellEnd.Withdrawn, ring.End);
        Assert.Equal(BellOutcome.OwnStand, bell.Ask("hanna", BellWish.Ring, now).Outcome);
    }

    [Fact]
    public void OnlyWhoIsOnDutyAnswers()
    {
        var ring = Rings("vera");
        Assert.Equal(BellOutcome.NotOnDuty, bell.Accept("hanna", ring.Id, now).Outcome);
        Assert.Equal(BellOutcome.NotOnDuty, bell.Decline("hanna", ring.Id, now).Outcome);
        Staffed("hanna");
        Assert.Equal(BellOutcome.RequestUnknown, bell.Accept("hanna", 99, now).Outcome);
        bell.GoOffDuty("hanna", now);
        Assert.False(bell.IsStaffed);
        Assert.Equal(BellOutcome.NotOnDuty, bell.Accept("hanna", ring.Id, now).Outcome);
    }

    [Fact]
    public void WhoDeclinesWhatTheyHaveAcceptedEndsNothing()
    {
        Staffed("hanna");
        var talk = Wants("vera", BellWish.Talk);
        bell.Accept("hanna", talk.Id, now);
        Assert.Equal(BellOutcome.Busy, bell.Decline("hanna", talk.Id, now).Outcome);
        Assert.True(talk.IsTalk);
    }

    [Fact]
    public void WhoHasNothingToDoWithAVisitorIsNotThereForThem()
    {
        var apart = new StandBell((visitor, host) => (visitor, host) == ("vera", "hanna"));
        apart.ComeOnDuty("hanna", now);
        apart.ComeOnDuty("hugo", now);
        var ring = apart.Ask("vera", BellWish.Ring, now).Request!;
        Assert.Equal(["hugo"], ring.Called);
        Assert.Equal(BellOutcome.RequestUnknown, apart.Accept("hanna", ring.Id, now).Outcome);
        Assert.Equal(BellOutcome.RequestUnknown, apart.Decline("hanna", ring.Id, now).Outcome);
        apart.Decline("hugo", ring.Id, now);
        Assert.Equal(BellEnd.Declined, ring.End); // the other is not waited for
        apart.GoOffDuty("hugo", now);
        var second = apart.Ask("vera", BellWish.Ring, now).Request!;
        Assert.Empty(second.Called);
        Assert.Equal(now + StandBell.Patience, apart.NextDeadline); // as if nobody were there
        Assert.Equal(["hanna"], apart.Ask("max", BellWish.Ring, now).Request!.Called);
    }

    [Fact]
    public void ABusyHostWhoHasNothingToDoWithAVisitorIsNotWaitedFor()
    {
        var apart = new StandBell((visitor, host) => (visitor, host) == ("vera", "hanna"));
        apart.ComeOnDuty("hanna", now);
        apart.Accept("hanna", apart.Ask("max", BellWish.Talk, now).Request!.Id, now);
        var ring = apart.Ask("vera", BellWish.Ring, now).Request!;
        apart.Expire(now + StandBell.Patience);
        Assert.Equal(BellEnd.Unanswered, ring.End);
    }

    [Fact]
    public void AtAStandThatIsShownNoMoreNobodyWaitsOrTalks()
    {
        Staffed("hanna");
        var talk = Wants("vera", BellWish.Talk);
        bell.Accept("hanna", talk.Id, now);
        var ring = Rings("max");
        Signals();
        bell.Shut();
        Assert.Equal((BellEnd.Shut, BellEnd.Shut), (talk.End, ring.End));
        Assert.Equal(["Over hanna", "Over "], Signals());
        Assert.False(bell.IsBusy("hanna"));
        Assert.Null(bell.NextDeadline);
    }

    [Fact]
    public void WhoRingsAgainAndAgainIsNotHeardForAWhile()
    {
        for (var i = 0; i < StandBell.MostInSpan; i++)
        {
            Rings("vera");
            bell.Cancel("vera", now);
        }
        Assert.Equal(BellOutcome.TooOften, bell.Ask("vera", BellWish.Ring, now).Outcome);
        Assert.Equal(BellOutcome.TooOften, bell.Ask("vera", BellWish.Talk, now + StandBell.Span - TimeSpan.FromTicks(1)).Outcome);
        Rings("max"); // others are
        Assert.Equal(BellOutcome.Done, bell.Ask("vera", BellWish.Ring, now + StandBell.Span).Outcome);
    }

    [Fact]
    public void WhoIsForgottenIsOnNoList()
    {
        Staffed("hanna", "hugo");
        var ring = Rings("vera");
        bell.Accept("hanna", ring.Id, now);
        var talk = Wants("max", BellWish.Talk);
        bell.Accept("hanna", talk.Id, now);
        bell.Forget("hanna", now);
        Assert.Equal(["hugo"], bell.Hosts);
        Assert.Equal(BellEnd.HostGone, talk.End);
        Assert.Equal(BellOutcome.RequestUnknown, bell.Accept("hugo", ring.Id, now).Outcome);
        Assert.Equal(BellOutcome.RequestUnknown, bell.Accept("hugo", talk.Id, now).Outcome);
        var last = Rings("gus");
        bell.Forget("gus", now);
        Assert.Empty(bell.Line);
        Assert.Equal(BellOutcome.RequestUnknown, bell.Accept("hugo", last.Id, now).Outcome);
    }

    void Staffed(params string[] hosts)
    {
        foreach (var host in hosts) bell.ComeOnDuty(host, now);
    }

    BellRequest Rings(string visitor) => Wants(visitor, BellWish.Ring);

    BellRequest Wants(string visitor, BellWish wish)
    {
        var (outcome, request) = bell.Ask(visitor, wish, now);
        Assert.Equal(BellOutcome.Done, outcome);
        return request!;
    }

    void Passes(TimeSpan time)
    {
        now += time;
        bell.Expire(now);
    }

    List<string> Signals() => [.. bell.TakeSignals().Select(s => $"{s.Kind} {s.Host}")];
}
