using System.Diagnostics;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>Somebody with an account of the network is banned: the house keeps out whom the provider goes on vouching for.</summary>
public sealed class OpenIdBanTests(HouseWithProvider shared, ITestOutputHelper output) : IClassFixture<HouseWithProvider>
{
    /// <summary>A word takes milliseconds, and the house waits half a second for it to be read; on a machine that others use as well it may be longer.</summary>
    static readonly TimeSpan limit = TimeSpan.FromSeconds(30);

    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task BanEndsTheOpenConnectionAndTheNextSignInIsRefused()
    {
        shared.Provider.Accounts["mallory"] = new("3001") { Name = "Mallory Marx" };
        await using var mona = await house.EnterAs("Mona", Roles.Moderator, "foyer");
        using var browser = new Browser(house.Address);
        Assert.Equal("/", (await browser.SignInByProviderAsync("mallory")).PathAndQuery);
        var mallory = (await browser.SessionAsync())!;
        Assert.True(mallory.Verified);
        await using var line = await RawClient.ConnectAsync(house.Address, null, headers: [("Cookie", browser.Cookies.GetCookieHeader(house.Address))]);
        Assert.Equal(mallory.Id, (await line.AskAsync<HelloResult>(nameof(IHouseHub.Hello), new HelloRequest { Protocol = Protocol.Version })).Me!.Id);
        Assert.Equal(0, (await line.AskAsync<EnterResult>(nameof(IHouseHub.Enter), new EnterRequest { Room = "foyer" })).Error);
        await mona.WaitUntil(p => p.PersonOf(mallory.Id) is not null, "Mallory is in the room");

        var clock = Stopwatch.StartNew();
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = mallory.Id, House = true, Reason = "Werbung", Minutes = 60 });
        var granted = clock.Elapsed;
        var told = await line.NextAsync<SentAwayEvent>(nameof(IHouseClient.SentAway));
        var heard = clock.Elapsed;
        var rest = await line.EndAsync();
        var ended = clock.Elapsed;
        output.WriteLine($"From the moderator's call: granted after {granted.TotalMilliseconds:0} ms, told after {heard.TotalMilliseconds:0} ms, cut off after {ended.TotalMilliseconds:0} ms");
        Assert.Equal(((int)DisconnectCode.Banned, false, "Werbung"), (told.Code, told.ComeBack, told.Reason));
        Assert.DoesNotContain(rest, m => m is InvocationMessage { Target: nameof(IHouseClient.SentAway) });
        Assert.InRange(ended, TimeSpan.Zero, limit);
        await mona.WaitUntil(p => p.PersonOf(mallory.Id) is null, "Mallory is gone");

        // by the same browser, and by another one to which nothing sticks
        Assert.Null(await browser.SessionAsync());
        Assert.Equal("/?sign-in=2007", (await browser.SignInByProviderAsync("mallory")).PathAndQuery);
        Assert.Null(await browser.SessionAsync());
        using var fresh = new Browser(house.Address);
        Assert.Equal("/?sign-in=2007", (await fresh.SignInByProviderAsync("mallory")).PathAndQuery);
        Assert.Null(await fresh.SessionAsync());
    }
}
