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
        Assert.Equal(BellOutcome.RequestUnknown, bell.Cancel("vera", now).Outcome);
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
        Assert.Equal(BellOutcome.RequestUnknown, bell.EndTalk("hanna", now).Outcome);
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
