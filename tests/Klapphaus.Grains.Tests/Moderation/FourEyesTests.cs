using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.World.Members;

namespace Klapphaus.Grains.Tests.Moderation;

/// <summary>A long ban that waits for a second moderator, over the days.</summary>
public sealed class FourEyesTests(StrictHouse shared) : IClassFixture<StrictHouse>
{
    static readonly Moderator mona = new("mona", "Mona", Roles.Moderator);
    static readonly Moderator max = new("max", "Max", Roles.Moderator);

    readonly StrictHouse house = shared;
    readonly IHouseModerationGrain book = shared.NewBook();

    [Fact]
    public async Task WhatNobodyConfirmsIsOverAfterADayAndCannotBeConfirmedAnyMore()
    {
        var eve = await SignedIn("Eve");
        await Bans(eve, TimeSpan.FromDays(30));
        Assert.Equal(ErrorCode.Banned, (await Opens(eve)).Error);
        house.PutForward(TimeSpan.FromHours(23));
        Assert.Equal(ErrorCode.Banned, (await Opens(eve)).Error);
        house.PutForward(TimeSpan.FromHours(2));
        Assert.Empty(await book.Bans());
        Assert.Equal(ErrorCode.BanNotWaiting, await book.Confirm(max, eve));
        Assert.Equal(ErrorCode.None, (await Opens(eve)).Error);
    }

    [Fact]
    public async Task WhatIsConfirmedInTimeHoldsAsItWasPronounced()
    {
        var (eve, bo) = (await SignedIn("Eve"), await SignedIn("Bo"));
        await Bans(eve, TimeSpan.FromDays(3));
        await Bans(bo, null);
        house.PutForward(TimeSpan.FromHours(23));
        Assert.Equal(ErrorCode.OwnBan, await book.Confirm(mona, eve));
        Assert.Equal(ErrorCode.None, await book.Confirm(max, eve));
        Assert.Equal(ErrorCode.None, await book.Confirm(max, bo));
        Assert.Equal(ErrorCode.BanNotWaiting, await book.Confirm(max, eve)); // it is already

        house.PutForward(TimeSpan.FromHours(2));
        Assert.Equal(ErrorCode.Banned, (await Opens(eve)).Error);
        Assert.Equal(ErrorCode.Banned, (await Opens(bo)).Error);
        house.PutForward(TimeSpan.FromDays(3));
        Assert.Equal(ErrorCode.None, (await Opens(eve)).Error);
        Assert.Equal(ErrorCode.Banned, (await Opens(bo)).Error);
        Assert.Equal([bo], (await book.Bans()).Select(b => b.Key));
    }

    [Fact]
    public async Task WhatTheMemberItselfDoesNotKnowAnyMoreIsNotConfirmed()
    {
        var eve = await SignedIn("Eve");
        await Bans(eve, null);
        await house.Grains.GetGrain<IMemberGrain>(eve).Pardon();
        Assert.Equal(ErrorCode.BanNotWaiting, await book.Confirm(max, eve));
        Assert.Equal(ErrorCode.BanNotWaiting, await book.Confirm(max, "nobody"));
    }

    [Fact]
    public async Task WhoCameByTheSameInvitationIsNoSecondPairOfEyes()
    {
        var eve = await SignedIn("Eve");
        await Opens(mona.Member, "invitation:1");
        await Opens(max.Member, "invitation:1");
        await Bans(eve, null);
        Assert.Equal(ErrorCode.OwnBan, await book.Confirm(max, eve));
        await Opens(max.Member, "invitation:2");
        Assert.Equal(ErrorCode.None, await book.Confirm(max, eve));
    }

    [Fact]
    public async Task PronouncedAgainItWaitsNoLonger()
    {
        var eve = await SignedIn("Eve");
        await Bans(eve, null);
        var ends = (await book.Bans())[eve].Provisional;
        house.PutForward(TimeSpan.FromHours(5));
        await Bans(eve, null);
        Assert.Equal(ends, (await book.Bans())[eve].Provisional);
    }

    [Fact]
    public async Task ABanOfADayWaitsForNobody()
    {
        var eve = await SignedIn("Eve");
        await Bans(eve, TimeSpan.FromHours(24));
        Assert.Null((await book.Bans())[eve].Provisional);
        Assert.Equal(ErrorCode.BanNotWaiting, await book.Confirm(max, eve));
    }

    [Fact]
    public async Task WhoIsErasedMeanwhileStaysOutWithoutAName()
    {
        var eve = await SignedIn("Eve");
        await Bans(eve, null);
        await book.Erase(eve);
        await house.Grains.GetGrain<IMemberGrain>(eve).Erase();
        Assert.Equal(ErrorCode.None, await book.Confirm(max, eve));
        house.PutForward(TimeSpan.FromDays(2));
        var opening = await Opens(eve);
        Assert.Equal((ErrorCode.Banned, "-"), (opening.Error, opening.Ban!.Reason));
        Assert.Equal("", (await book.Bans())[eve].Name);
    }

    async Task<string> SignedIn(string name)
    {
        var id = $"{name}-{Guid.NewGuid():N}";
        Assert.Equal(ErrorCode.None, (await Opens(id)).Error);
        return id;
    }

    Task<Opening> Opens(string member, string origin = "visitor") => house.Grains.GetGrain<IMemberGrain>(member).OpenSession(new()
    {
        Session = "s",
        Until = house.Now.AddDays(14),
        Name = member,
        Affiliation = "",
        Role = Roles.Visitor,
        Origin = origin,
    });

    async Task Bans(string member, TimeSpan? length)
    {
        var answer = await book.Ban(mona, member, "Störung", house.Now + length);
        Assert.Equal(ErrorCode.None, answer.Error);
    }
}
