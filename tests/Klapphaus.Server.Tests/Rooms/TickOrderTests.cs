using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Rooms;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>Ticks that overtake each other on their way from another machine, and such as never come.</summary>
public sealed class TickOrderTests
{
    static readonly Guid up = Guid.NewGuid(), anew = Guid.NewGuid();
    readonly TickOrder order = new();

    public TickOrderTests() => order.Restart(up, 10);

    static RoomTick Tick(long number, Guid activation) =>
        new() { Activation = activation, Number = number, Interval = 50, SentAt = 0, Clock = 1, Handles = [], States = [], Ages = [] };

    long[] Come(long now, params long[] numbers)
    {
        List<long> taken = [];
        foreach (var number in numbers)
        {
            order.Add(Tick(number, up));
            while (order.TryTake(out var next, now)) taken.Add(next.Number);
        }
        return [.. taken];
    }

    [Fact]
    public void TheyAreTakenAsTheyWereSent()
    {
        Assert.Equal([11, 12], Come(0, 11, 12));
        Assert.Equal([13, 14, 15], Come(50, 15, 14, 13));
        Assert.Equal([16], Come(100, 16, 16, 12));
        Assert.False(order.HasLost(10_000));
    }

    [Fact]
    public void OneThatWasOvertakenIsWaitedForAndThenHasGotLost()
    {
        Assert.Empty(Come(1000, 12));
        Assert.False(order.HasLost(1200));
        Assert.True(order.HasLost(1201));
        Assert.Equal([11, 12], Come(1300, 11));
        Assert.False(order.HasLost(10_000));
    }

    [Fact]
    public void ThePatienceBeginsAnewWithEachGap()
    {
        Assert.Empty(Come(1000, 12, 14));
        Assert.Equal([11, 12], Come(1150, 11));
        Assert.False(order.HasLost(1300));
        Assert.True(order.HasLost(1351));
    }

    [Fact]
    public void WhatComesWhileTheRoomIsAskedAnewIsKept()
    {
        order.Add(Tick(3, anew));
        order.Add(Tick(5, anew));
        order.Add(Tick(12, up));
        Assert.True(order.IsOver);
        order.Restart(anew, 3);
        Assert.False(order.IsOver);
        Assert.False(order.TryTake(out _, 0));
        order.Add(Tick(4, anew));
        Assert.True(order.TryTake(out var next, 0));
        Assert.Equal(4, next.Number);
        Assert.True(order.TryTake(out next, 0));
        Assert.Equal(5, next.Number);
    }
}
