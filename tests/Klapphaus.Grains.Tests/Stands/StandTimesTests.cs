using Klapphaus.Grains.Stands;
using Klapphaus.World.Stands;
using static Klapphaus.Grains.Tests.Stands.Fair;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>Times for talks: who may offer, book and cancel them, and who learns what of it.</summary>
public class StandTimesTests(HouseCluster house)
{
    static DateTimeOffset Tomorrow => TimeProvider.System.GetUtcNow().AddDays(1);

    static readonly TimeSpan half = TimeSpan.FromMinutes(30);

    async Task<(IStandTimesGrain Times, IStandGrain Stand)> OpenAsync()
    {
        var id = await house.OpenStandAsync();
        return (house.Grains.GetGrain<IStandTimesGrain>(id), house.Grains.GetGrain<IStandGrain>(id));
    }

    [Fact]
    public async Task WhoStaffsTheStandOffersAndAVisitorBooks()
    {
        var (times, _) = await OpenAsync();
        Assert.Equal(ErrorCode.StandRightMissing, await times.OfferTimes(Edda, Tomorrow, half, 1));
        Assert.Equal(ErrorCode.StandRightMissing, await times.OfferTimes(Vera, Tomorrow, half, 1));
        Assert.Equal(ErrorCode.None, await times.OfferTimes(Tom, Tomorrow, half, 3));
        var seen = await times.Times(Vera);
        Assert.Equal(("Stadt Soest", "UTC", false, "Tom"), (seen.Name, seen.Zone, seen.MayOffer, Assert.Single(seen.Names.Values)));
        Assert.Equal([half, half], seen.Slots.Zip(seen.Slots.Skip(1), (a, b) => b.Start - a.Start));

        Assert.Equal(ErrorCode.None, await times.BookTime(Vera, seen.Slots[1].Id));
        Assert.Equal(ErrorCode.TimeTaken, await times.BookTime(Max, seen.Slots[1].Id));
        Assert.Equal(ErrorCode.TimeUnknown, await times.BookTime(Tom, seen.Slots[0].Id)); // nobody meets themselves
        Assert.Equal(ErrorCode.TimeUnknown, await times.BookTime(Vera, "t99"));
        // Vera sees hers, Max what is free, the staff who comes; who only edits learns no more than a visitor
        Assert.Equal(["", "vera", ""], (await times.Times(Vera)).Slots.Select(s => s.BookedBy));
        Assert.Equal(["", ""], (await times.Times(Max)).Slots.Select(s => s.BookedBy));
        Assert.DoesNotContain("vera", (await times.Times(Max)).Names.Keys);
        Assert.DoesNotContain("vera", (await times.Times(Edda)).Names.Keys);
        Assert.Equal(["", "vera", ""], (await times.Times(Tom)).Slots.Select(s => s.BookedBy));
        Assert.Equal("Vera", (await times.Times(Bea)).Names["vera"]);
    }

    [Fact]
    public async Task ManyAreOfferedTogetherOrNotAtAll()
    {
        var (times, _) = await OpenAsync();
        var start = Tomorrow;
        Assert.Equal(ErrorCode.None, await times.OfferTimes(Tom, start.AddHours(1), half, 1));
        Assert.Equal(ErrorCode.TimeOverlaps, await times.OfferTimes(Tom, start, half, 4));
        Assert.Single((await times.Times(Tom)).Slots);
        Assert.Equal(ErrorCode.None, await times.OfferTimes(Bea, start, half, 4));
        Assert.Equal(ErrorCode.TimeUnusable, await times.OfferTimes(Tom, start.AddDays(1), TimeSpan.FromMinutes(1), 1));
        Assert.Equal(ErrorCode.TimeNotAhead, await times.OfferTimes(Tom, start.AddDays(-2), half, 1));
    }

    [Fact]
    public async Task BothCancelAndBothLearnOfIt()
    {
        var (times, _) = await OpenAsync();
        await times.OfferTimes(Tom, Tomorrow, half, 2);
        var slots = (await times.Times(Vera)).Slots;
        foreach (var slot in slots) Assert.Equal(ErrorCode.None, await times.BookTime(Vera, slot.Id));
        Assert.Equal(ErrorCode.TimeUnknown, await times.CancelTime(Max, slots[0].Id));
        Assert.Equal(ErrorCode.TimeUnknown, await times.CancelTime(Bea, slots[0].Id)); // it is Tom's
        Assert.Equal(ErrorCode.None, await times.CancelTime(Vera, slots[0].Id));
        Assert.Equal(ErrorCode.None, await times.CancelTime(Tom, slots[1].Id));
        Assert.Equal([(slots[0].Id, false, 2), (slots[1].Id, true, 2)], (await times.Times(Vera)).CalledOff.Select(c => (c.Slot.Id, c.ByHost, c.Slot.Revision)));
        Assert.Equal(2, (await times.Times(Tom)).CalledOff.Length);
        Assert.Empty((await times.Times(Max)).CalledOff);
        Assert.Equal(2, (await times.Times(Max)).Slots.Length); // free again
        Assert.Equal(ErrorCode.TimeTaken, await times.BookTime(Vera, slots[1].Id)); // but not for whom the host has called off
        Assert.Equal(ErrorCode.None, await times.BookTime(Vera, slots[0].Id));
    }

    [Fact]
    public async Task HostsWithdrawTheirOwnAndTheOwnerAll()
    {
        var (times, _) = await OpenAsync();
        await times.OfferTimes(Tom, Tomorrow, half, 2);
        await times.OfferTimes(Bea, Tomorrow, half, 1);
        var (toms, beas) = ((await times.Times(Tom)).Slots.Where(s => s.Host == "tom").ToList(), (await times.Times(Tom)).Slots.Single(s => s.Host == "bea"));
        Assert.Equal(ErrorCode.TimeUnknown, await times.WithdrawTime(Tom, beas.Id));
        Assert.Equal(ErrorCode.StandRightMissing, await times.WithdrawTime(Vera, beas.Id));
        Assert.Equal(ErrorCode.StandRightMissing, await times.WithdrawTime(Edda, beas.Id));
        await times.BookTime(Vera, toms[0].Id);
        Assert.Equal(ErrorCode.None, await times.WithdrawTime(Bea, toms[0].Id));
        Assert.Equal(ErrorCode.None, await times.WithdrawTime(Tom, toms[1].Id));
        Assert.Equal(ErrorCode.TimeUnknown, await times.WithdrawTime(Tom, toms[1].Id));
        Assert.Equal((toms[0].Id, true), Assert.Single((await times.Times(Vera)).CalledOff) is var off ? (off.Slot.Id, off.ByHost) : default);
    }

    [Fact]
    public async Task WhoStaffsTheStandNoLongerOffersNothingAnyMore()
    {
        var (times, stand) = await OpenAsync();
        await times.OfferTimes(Tom, Tomorrow, half, 2);
        await times.OfferTimes(Bea, Tomorrow, half, 1);
        var slot = (await times.Times(Tom)).Slots.First(s => s.Host == "tom");
        await times.BookTime(Vera, slot.Id);
        await stand.NameHost(Bea, "tom", "Tom", HostRights.Edit);
        Assert.Equal("bea", Assert.Single((await times.Times(Bea)).Slots).Host);
        Assert.Equal(slot.Id, Assert.Single((await times.Times(Vera)).CalledOff).Slot.Id);
    }

    [Fact]
    public async Task WhoHasBookedLearnsOfItAndCancelsAlsoWhenTheStandIsHidden()
    {
        var (times, stand) = await OpenAsync();
        await times.OfferTimes(Tom, Tomorrow, half, 2);
        var slots = (await times.Times(Vera)).Slots;
        await times.BookTime(Vera, slots[0].Id);
        await stand.Publish(Bea, false);
        Assert.Equal(slots[0].Id, Assert.Single((await times.Times(Vera)).Slots).Id);
        Assert.Equal(ErrorCode.StandUnknown, (await times.Times(Max)).Error);
        Assert.Equal(ErrorCode.StandUnknown, await times.BookTime(Vera, slots[1].Id));
        Assert.Equal(ErrorCode.StandUnknown, await times.CancelTime(Max, slots[0].Id));
        Assert.Equal(ErrorCode.None, await times.CancelTime(Vera, slots[0].Id));
    }

    [Fact]
    public async Task WhatCannotBeStoredHasNotHappened()
    {
        var (times, stand) = await OpenAsync();
        await times.OfferTimes(Tom, Tomorrow, half, 1);
        var id = Assert.Single((await times.Times(Vera)).Slots).Id;
        using (ReluctantStorage.Refuse(stand))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => times.BookTime(Vera, id));
            await Assert.ThrowsAnyAsync<Exception>(() => times.OfferTimes(Tom, Tomorrow.AddDays(1), half, 1));
        }
        Assert.Equal("", Assert.Single((await times.Times(Vera)).Slots).BookedBy);
        Assert.Equal(ErrorCode.None, await times.BookTime(Max, id));
    }

    [Fact]
    public async Task WhoIsErasedIsNowhereAndTheOtherKnowsThatItIsOff()
    {
        var (times, stand) = await OpenAsync();
        await times.OfferTimes(Tom, Tomorrow, half, 1);
        await times.OfferTimes(Bea, Tomorrow.AddHours(3), half, 1);
        foreach (var slot in (await times.Times(Vera)).Slots) Assert.Equal(ErrorCode.None, await times.BookTime(Vera, slot.Id));
        await stand.Erase("tom");
        Assert.Equal(("-", "vera"), Assert.Single((await times.Times(Vera)).CalledOff) is var off ? (off.Slot.Host, off.Slot.BookedBy) : default);
        await stand.Erase("vera");
        var left = await times.Times(Bea);
        Assert.Equal(("bea", ""), Assert.Single(left.Slots) is var free ? (free.Host, free.BookedBy) : default);
        Assert.All(left.CalledOff, c => Assert.Equal("-", c.Slot.BookedBy));
        Assert.Equal(["Bea"], left.Names.Values);
    }
}
