using Klapphaus.Grains.Stands;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>What a bag keeps, and for whom.</summary>
public class BagGrainTests(HouseCluster house)
{
    readonly IBagGrain bag = house.Grains.GetGrain<IBagGrain>(Guid.NewGuid().ToString("N"));

    async Task<string[]> HeldAsync() => [.. (await bag.Contents()).Items.Select(i => i.Material)];

    [Fact]
    public async Task WhatWasTakenStaysUntilItIsTakenOut()
    {
        Assert.Equal(BagOutcome.Done, await bag.Put("soest", "a1", "Leitfaden"));
        Assert.Equal(BagOutcome.Already, await bag.Put("soest", "a1", "Leitfaden, neu"));
        Assert.Equal(BagOutcome.Done, await bag.Put("unna", "a1", "Bericht"));
        Assert.Equal([("soest", "Leitfaden"), ("unna", "Bericht")], (await bag.Contents()).Items.Select(i => (i.Stand, i.Title)));
        Assert.False(await bag.Remove("soest", "a2"));
        Assert.True(await bag.Remove("soest", "a1"));
        Assert.False(await bag.Remove("soest", "a1"));
        Assert.Equal("unna", Assert.Single((await bag.Contents()).Items).Stand);
        await bag.Clear();
        await bag.Clear();
        Assert.Empty(await HeldAsync());
    }

    [Fact]
    public async Task AFullBagTakesNothingMoreAndLosesNothing()
    {
        for (var i = 0; i < Bag.Most; i++) Assert.Equal(BagOutcome.Done, await bag.Put("soest", $"m{i}", "Blatt"));
        Assert.Equal(BagOutcome.Full, await bag.Put("soest", "more", "Blatt"));
        Assert.Equal(Bag.Most, (await HeldAsync()).Length);
    }

    [Fact]
    public async Task WhatCannotBeStoredHasNotHappened()
    {
        await bag.Put("soest", "a1", "Leitfaden");
        using (ReluctantStorage.Refuse(bag))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => bag.Put("soest", "a2", "Bericht"));
            await Assert.ThrowsAnyAsync<Exception>(bag.Clear);
            await Assert.ThrowsAnyAsync<Exception>(() => bag.AddLink("l1"));
        }
        Assert.Equal(["a1"], await HeldAsync());
        Assert.Empty((await bag.Contents()).Links);
        Assert.Equal(BagOutcome.Done, await bag.Put("soest", "a2", "Bericht"));
    }

    [Fact]
    public async Task FiveLinksLeadToItAndNoneThatWasTakenBack()
    {
        await bag.Put("soest", "a1", "Leitfaden");
        for (var i = 0; i < 5; i++) Assert.NotNull(await bag.AddLink($"l{i}"));
        Assert.Null(await bag.AddLink("l5"));
        Assert.Equal("a1", Assert.Single((await bag.Shared("l3"))!).Material);
        Assert.True(await bag.RevokeLink("l3"));
        Assert.False(await bag.RevokeLink("l3"));
        Assert.Null(await bag.Shared("l3"));
        Assert.Null(await bag.Shared(""));
        Assert.NotNull(await bag.AddLink("l5"));
    }

    [Fact]
    public async Task WhoIsErasedHasNone()
    {
        await bag.Put("soest", "a1", "Leitfaden");
        await bag.AddLink("l1");
        await bag.AddTimesAt("soest");
        await bag.Erase();
        var contents = await bag.Contents();
        Assert.Empty(contents.Items);
        Assert.Empty(contents.Links);
        Assert.Empty(contents.TimesAt);
        Assert.Null(await bag.Shared("l1"));
    }

    [Fact]
    public async Task ItIsRememberedOnceWhereTimesAreBooked()
    {
        await bag.AddTimesAt("soest");
        await bag.AddTimesAt("unna");
        await bag.AddTimesAt("soest");
        Assert.Equal(["soest", "unna"], (await bag.Contents()).TimesAt);
        await bag.RemoveTimesAt(["soest", "hamm"]);
        Assert.Equal(["unna"], (await bag.Contents()).TimesAt);
    }
}
