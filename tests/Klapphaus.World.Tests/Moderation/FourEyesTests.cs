using Klapphaus.World.Moderation;

namespace Klapphaus.World.Tests.Moderation;

/// <summary>Nobody is kept out of the house for long on one moderator's word.</summary>
public class FourEyesTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    readonly FourEyes strict = new(IsOn: true);

    [Fact]
    public void ALongBanHoldsForADayOnly()
    {
        Assert.Equal(noon.AddDays(1), strict.ProvisionalEnd(noon, noon.AddDays(7)));
        Assert.Equal(noon.AddDays(1), strict.ProvisionalEnd(noon, null));
        Assert.Equal(noon.AddDays(1), strict.ProvisionalEnd(noon, noon.AddDays(1).AddMinutes(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(24 * 60)]
    public void ABanOfADayAtMostNeedsNobodyElse(int minutes) => Assert.Null(strict.ProvisionalEnd(noon, noon.AddMinutes(minutes)));

    [Fact]
    public void ADayIsADayAlsoWhereAnotherMachinesClockIsAhead() => Assert.Null(strict.ProvisionalEnd(noon, noon.AddDays(1).AddSeconds(20)));

    [Fact]
    public void WhereTheHouseDoesNotWantItEveryBanHoldsAsItIsPronounced()
    {
        var usual = new FourEyes(IsOn: false);
        Assert.Null(usual.ProvisionalEnd(noon, null));
        Assert.Null(usual.ProvisionalEnd(noon, noon.AddYears(1)));
    }

    [Fact]
    public void WhatNobodyConfirmsEndsByItself()
    {
        var ban = Pronounced(until: null);
        Assert.Equal(noon.AddDays(1), ban.End);
        Assert.True(ban.IsInForce(noon));
        Assert.True(ban.IsInForce(noon.AddDays(1).AddSeconds(-1)));
        Assert.False(ban.IsInForce(noon.AddDays(1)));
    }

    [Fact]
    public void WhatIsConfirmedHoldsAsItWasPronounced()
    {
        var week = Pronounced(noon.AddDays(7)) with { Provisional = null };
        Assert.Equal(noon.AddDays(7), week.End);
        Assert.True(week.IsInForce(noon.AddDays(6)));
        Assert.False(week.IsInForce(noon.AddDays(7)));
        Assert.True((Pronounced(until: null) with { Provisional = null }).IsInForce(noon.AddYears(50)));
    }

    [Fact]
    public void AnotherModeratorIsTheSecondPairOfEyesAndWhoPronouncedItIsNot()
    {
        var ban = Pronounced(until: null);
        Assert.Equal(SecondLook.SameEyes, FourEyes.Judge(ban, "mona", noon.AddHours(1)));
        Assert.Equal(SecondLook.Due, FourEyes.Judge(ban, "max", noon.AddHours(1)));
    }

    [Fact]
    public void WhatIsOverConfirmedOrShortWaitsForNobody()
    {
        var ban = Pronounced(until: null);
        Assert.Equal(SecondLook.NothingWaits, FourEyes.Judge(ban, "max", noon.AddDays(1)));
        Assert.Equal(SecondLook.NothingWaits, FourEyes.Judge(ban, "mona", noon.AddDays(1)));
        Assert.Equal(SecondLook.NothingWaits, FourEyes.Judge(ban with { Provisional = null }, "max", noon.AddHours(1)));
        Assert.Equal(SecondLook.NothingWaits, FourEyes.Judge(Pronounced(noon.AddHours(3)), "max", noon.AddHours(1)));
    }

    [Fact]
    public void PronouncedOnceMoreABanThatWaitsDoesNotWaitLonger()
    {
        var waiting = Pronounced(until: null);
        Assert.Equal(noon.AddDays(1), strict.ProvisionalEnd(noon.AddHours(23), null, waiting));
        Assert.Equal(noon.AddDays(2), strict.ProvisionalEnd(noon.AddDays(1), null, waiting)); // that one is over
        Assert.Null(strict.ProvisionalEnd(noon.AddHours(23), noon.AddHours(30), waiting)); // a short one needs nobody
    }

    [Fact]
    public void PronouncedOnceMoreABanThatIsConfirmedDoesNotEndSooner()
    {
        var week = Pronounced(noon.AddDays(7)) with { Provisional = null };
        Assert.Equal(noon.AddDays(7), strict.ProvisionalEnd(noon.AddHours(1), null, week));
        Assert.Equal(noon.AddDays(7.5), strict.ProvisionalEnd(noon.AddDays(6.5), null, week));
        Assert.Null(strict.ProvisionalEnd(noon.AddHours(1), noon.AddDays(30), Pronounced(until: null) with { Provisional = null }));
    }

    Ban Pronounced(DateTimeOffset? until) => new("Lärm", noon, until, "mona") { Provisional = strict.ProvisionalEnd(noon, until) };
}
