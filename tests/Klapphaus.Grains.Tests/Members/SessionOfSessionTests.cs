using Klapphaus.Grains.Members;

namespace Klapphaus.Grains.Tests.Members;

/// <summary>A session for which another vouches.</summary>
public class SessionOfSessionTests(HouseCluster house)
{
    IMemberGrain Ada { get; } = house.Grains.GetGrain<IMemberGrain>($"ada-{Guid.NewGuid():N}");

    Task<Opening> OpenAsync(string session, string by = "") => Ada.OpenSession(new()
    {
        Session = session, Until = DateTimeOffset.MaxValue, Name = "Ada", Affiliation = "", Role = "member", Origin = "openid", By = by,
    });

    [Fact]
    public async Task ItBeginsAsLongAsTheOtherGoesOnAndGoesOnWithoutIt()
    {
        Assert.Equal(ErrorCode.SessionEnded, (await OpenAsync("second", "first")).Error);
        Assert.Equal(ErrorCode.None, (await OpenAsync("first")).Error);
        Assert.Equal(ErrorCode.None, (await OpenAsync("second", "first")).Error);
        await Ada.EndSession("first");
        Assert.Equal(ErrorCode.None, (await Ada.CheckSession("second")).Error);
        Assert.Equal(ErrorCode.SessionEnded, (await OpenAsync("third", "first")).Error);
        Assert.Equal(ErrorCode.SessionEnded, (await Ada.CheckSession("third")).Error);
    }

    [Fact]
    public async Task WhoIsBannedOpensNone()
    {
        await OpenAsync("first");
        await Ada.Ban(new() { Reason = "Störung", Since = DateTimeOffset.UnixEpoch, By = "mona" });
        Assert.Equal((ErrorCode.Banned, "Störung"), await OpenAsync("second", "first") is var refused ? (refused.Error, refused.Ban!.Reason) : default);
    }
}
