using Klapphaus.Grains.Rooms;

namespace Klapphaus.Grains.Tests;

public class LatenessTests
{
    readonly Lateness lateness = new();

    [Fact]
    public void WhatComesByTheUsualWayIsNotLate()
    {
        Assert.Equal(0, lateness.Of(1, 1_000, 501_020)); // another clock, 20 ms away
        Assert.Equal(0, lateness.Of(1, 1_100, 501_120));
        Assert.Equal(0, lateness.Of(1, 1_200, 501_203)); // quicker than ever
        Assert.Equal(17, lateness.Of(1, 1_300, 501_320));
    }

    [Fact]
    public void ABusyMachineIsFoundOutHoweverLongItWasBusy()
    {
        lateness.Of(1, 0, 0);
        Assert.Equal(899, lateness.Of(1, 100, 1_000)); // one in a thousand may be the clocks
        Assert.Equal(849, lateness.Of(1, 150, 1_000));
        Assert.Equal(0, lateness.Of(1, 2_000, 2_001));
    }

    [Fact]
    public void ClocksThatDriftAreFollowed()
    {
        lateness.Of(1, 0, 0);
        Assert.Equal(50 - 40, lateness.Of(1, 40_000, 40_050));
        Assert.Equal(0, lateness.Of(1, 80_000, 80_050)); // that is the way by now
        Assert.Equal(0, lateness.Of(1, 80_100, 80_150));
    }

    [Fact]
    public void AnotherClockIsLearntAnew()
    {
        lateness.Of(1, 0, 0);
        Assert.Equal(0, lateness.Of(2, 100, 5_000));
        Assert.Equal(10, lateness.Of(2, 200, 5_110));
    }
}
