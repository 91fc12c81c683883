using Klapphaus.Contracts;
using Klapphaus.Desktop.Reach;

namespace Klapphaus.Desktop.Tests.Reach;

public sealed class DutiesTests
{
    readonly Duties duties = new();
    readonly DateTimeOffset now = new(2026, 11, 27, 14, 0, 0, TimeSpan.Zero);

    public DutiesTests() => duties.Choose(["s1", "s2"]);

    static StandAttendedEvent Told(string stand, bool on) => new() { Stand = stand, Name = stand.ToUpperInvariant(), Room = "halle", Area = "stand-1", OnDuty = on };

    [Fact]
    public void WhatWasChosenIsWanted()
    {
        Assert.Equal(["s1", "s2"], duties.Wanted);
        Assert.Empty(duties.On);
        duties.Heard(Told("s1", true), now);
        Assert.Equal(["S1"], duties.On);
    }

    [Fact]
    public void WhoGoesOffDutyElsewhereStaysOff()
    {
        duties.Heard(Told("s1", true), now);
        Assert.False(duties.Heard(Told("s1", false), now));
        Assert.Equal(["s2"], duties.Wanted);
        duties.Lost();
        Assert.Equal(["s2"], duties.Wanted);
    }

    [Fact]
    public void WhoComesOnDutyElsewhereIsOnDutyHereToo()
    {
        duties.Heard(Told("s1", true), now);
        duties.Heard(Told("s1", false), now);
        duties.Heard(Told("s1", true), now);
        Assert.Equal(["s1", "s2"], duties.Wanted);
    }

    [Fact]
    public void AWindowThatIsClosedTakesNoDutyWithIt()
    {
        duties.Heard(Told("s1", true), now);
        duties.WindowClosed(now);
        Assert.True(duties.Heard(Told("s1", false), now + Duties.Echo / 2));
        Assert.Equal(["s1", "s2"], duties.Wanted);
    }

    [Fact]
    public void TheSettingsCountAnew()
    {
        duties.Heard(Told("s1", true), now);
        duties.Heard(Told("s1", false), now);
        Assert.Equal(["s1"], duties.Choose(["s2"]));
        duties.Choose(["s1", "s2"]);
        Assert.Equal(["s1", "s2"], duties.Wanted);
    }

    [Fact]
    public void AStandThatRefusesIsNotAskedAgain()
    {
        duties.Refused("s1");
        Assert.Equal(["s2"], duties.Wanted);
    }

    [Fact]
    public void WhoTakesUpWhatTheyPutDownIsOnDutyAgain()
    {
        duties.Heard(Told("s1", true), now);
        duties.Heard(Told("s1", false), now);
        Assert.Empty(duties.Choose(["s1", "s2"]));
        Assert.False(duties.Wants("s1"));
        duties.TakeUp("s1");
        Assert.True(duties.Wants("s1"));
        Assert.Equal(["s1", "s2"], duties.Wanted);
    }

    [Fact]
    public void AStandThatIsNotChosenIsNotTakenUp()
    {
        duties.TakeUp("s3");
        Assert.False(duties.Wants("s3"));
    }

    [Fact]
    public void TheStandsAreThoseTheHouseHasNamed()
    {
        Assert.Empty(duties.Stands);
        duties.Heard(Told("s2", true), now);
        Assert.Equal(["s2"], duties.Stands);
        duties.Lost();
        Assert.Empty(duties.Stands);
    }
}
