using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

public class DutySpellsTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    readonly DutySpells spells = new();

    [Fact]
    public void ASpellThatHasEndedIsNotGoneOnWith()
    {
        var first = spells.Begin("bea", noon);
        Assert.True(spells.Hear("bea", first));
        spells.End("bea", first, noon);
        Assert.False(spells.Hear("bea", first));
        Assert.False(spells.Hear("bea", 0)); // of a process that numbers nothing
        Assert.True(spells.Hear("tom", 0));
        var second = spells.Begin("bea", noon); // by a clock that has stood still
        Assert.True(second > first);
        Assert.True(spells.Hear("bea", second));
        Assert.False(spells.Hear("bea", first));
        Assert.Equal(second, spells.Of("bea"));
    }

    [Fact]
    public void WhoHasForgottenEverythingEndsWhatHasBegunBefore()
    {
        var before = spells.Begin("bea", noon);
        var anew = new DutySpells();
        anew.End("bea", 0, noon.AddSeconds(1)); // whoever says so does not know the number
        Assert.False(anew.Hear("bea", before));
        Assert.True(anew.Begin("bea", noon) > before);
    }

    [Fact]
    public void WhatHasBegunByAClockThatIsAheadEndsByItsNumber()
    {
        var ahead = spells.Begin("bea", noon.AddMinutes(1));
        var behind = new DutySpells();
        behind.End("bea", ahead, noon);
        Assert.False(behind.Hear("bea", ahead));
        var next = behind.Begin("bea", noon);
        Assert.True(next > ahead);
        Assert.True(behind.Hear("bea", next));
    }

    [Fact]
    public void OfTooManyTheOldestEndIsForgotten()
    {
        for (var i = 0; i <= DutySpells.MostEnded; i++) spells.End($"m{i}", 0, noon.AddSeconds(i));
        Assert.True(spells.Hear("m0", 1));
        Assert.False(spells.Hear("m1", 1));
        Assert.False(spells.Hear($"m{DutySpells.MostEnded}", 1));
    }

    [Fact]
    public void OfWhoIsForgottenNothingIsKnown()
    {
        spells.End("bea", spells.Begin("bea", noon), noon);
        spells.Forget("bea");
        Assert.True(spells.Hear("bea", 1));
        Assert.Equal(1, spells.Of("bea"));
    }
}
