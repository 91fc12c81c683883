using Klapphaus.World.Members;

namespace Klapphaus.World.Tests.Members;

/// <summary>Where a member is signed in.</summary>
public class SessionListTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    readonly Dictionary<string, DateTimeOffset> stored = [];

    [Fact]
    public void ASessionHoldsUntilItsEnd()
    {
        var list = new SessionList(stored);
        list.Open("a", noon.AddDays(1), noon);
        Assert.True(list.Holds("a", noon.AddDays(1).AddSeconds(-1)));
        Assert.False(list.Holds("a", noon.AddDays(1)));
        Assert.False(list.Holds("b", noon));
    }

    [Fact]
    public void ASessionThatIsEndedIsGoneAndOthersGoOn()
    {
        var list = new SessionList(stored);
        list.Open("a", noon.AddDays(1), noon);
        list.Open("b", noon.AddDays(1), noon);
        Assert.True(list.End("a"));
        Assert.False(list.End("a"));
        Assert.False(list.Holds("a", noon));
        Assert.True(list.Holds("b", noon));
        list.EndAll();
        Assert.Empty(stored);
    }

    [Fact]
    public void WhatIsOverIsNotKept()
    {
        var list = new SessionList(stored);
        list.Open("a", noon.AddHours(1), noon);
        list.Open("b", noon.AddDays(1), noon.AddHours(2));
        Assert.Equal(["b"], stored.Keys);
    }

    [Fact]
    public void TheOneThatEndsFirstMakesRoom()
    {
        var list = new SessionList(stored);
        for (var i = 0; i <= SessionList.Most; i++) list.Open($"s{i}", noon.AddHours(24 + i), noon);
        Assert.Equal(SessionList.Most, list.Count);
        Assert.False(list.Holds("s0", noon));
        // the one that is opened is never the one that goes
        list.Open("short", noon.AddMinutes(1), noon);
        Assert.True(list.Holds("short", noon));
        Assert.Equal(SessionList.Most, list.Count);
    }
}
