using Klapphaus.Grains.Members;

namespace Klapphaus.Grains.Tests.Members;

/// <summary>What the house remembers of its invitations.</summary>
public class InvitationBookTests(HouseCluster house)
{
    /// <summary>A book of its own for each test.</summary>
    readonly IInvitationBookGrain book = house.Grains.GetGrain<IInvitationBookGrain>($"book-{Guid.NewGuid():N}");

    static InvitationState Draft(string id, string process = "") => new()
    {
        Id = id,
        Label = id,
        Role = "guest",
        Issued = TimeProvider.System.GetUtcNow(),
        Expires = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1),
        Process = process,
    };

    [Fact]
    public async Task WhoCameByItIsWrittenDownOnce()
    {
        Assert.Equal(ErrorCode.None, await book.Issue(Draft("i") with { MostUses = 1 }));
        Assert.Equal(ErrorCode.None, await book.Redeem("i", "ada"));
        Assert.Equal(ErrorCode.None, await book.Redeem("i", "ada"));
        Assert.Equal(ErrorCode.InvitationUsedUp, await book.Redeem("i", "bo"));
        Assert.Equal(["ada"], (await book.Find("i"))!.UsedBy);
    }

    [Fact]
    public async Task TakingBackTellsWhoCameByIt()
    {
        await book.IssueMany([Draft("i"), Draft("other")]);
        await book.Redeem("i", "ada");
        await book.Redeem("other", "bo");
        Assert.Equal(["ada"], (await book.Revoke("i"))!);
        Assert.Equal(["ada"], (await book.Revoke("i"))!);
        Assert.Null(await book.Revoke("none"));
        Assert.Equal(ErrorCode.InvitationRevoked, await book.Redeem("i", "ada"));
        Assert.Equal(ErrorCode.None, await book.Redeem("other", "cem"));
    }

    [Fact]
    public async Task WhatIsOverLetsInNobodyAndWhatIsNotThereIsInvalid()
    {
        await book.Issue(Draft("i") with { Expires = TimeProvider.System.GetUtcNow() - TimeSpan.FromSeconds(1) });
        Assert.Equal(ErrorCode.InvitationExpired, await book.Redeem("i", "ada"));
        Assert.Equal(ErrorCode.InvitationInvalid, await book.Redeem("none", "ada"));
    }

    [Fact]
    public async Task WhatAProcessPrintsTakesThePlaceOfWhatItPrintedBeforeUnlessSomebodyUsedIt()
    {
        await book.Issue(Draft("used", "one"));
        await book.Redeem("used", "olga");
        await book.Issue(Draft("unused", "one"));
        await book.Issue(Draft("elsewhere", "two"));
        await book.Issue(Draft("list"));
        await book.Issue(Draft("new", "one"));
        Assert.Equal(["new", "list", "elsewhere", "used"], (await book.List()).Select(i => i.Id));
    }

    [Fact]
    public async Task WhatHasBeenOverForAMonthIsForgotten()
    {
        var longAgo = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(31);
        await book.Issue(Draft("old") with { Expires = longAgo });
        await book.Issue(Draft("revoked") with { Revoked = longAgo });
        await book.Issue(Draft("new"));
        Assert.Equal(["new"], (await book.List()).Select(i => i.Id));
    }

    [Fact]
    public async Task ListThatDoesNotFitIsNotEnteredAtAll()
    {
        Assert.Equal(ErrorCode.TooManyInvitations, await book.IssueMany([.. Enumerable.Range(0, 10_001).Select(i => Draft($"i{i}"))]));
        Assert.Empty(await book.List());
    }
}
