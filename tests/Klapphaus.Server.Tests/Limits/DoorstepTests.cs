using System.Net;
using System.Net.WebSockets;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.House;
using Klapphaus.Server.Tests.Stage;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Limits;

/// <summary>Eve opens connections and does nothing by them. They end, and whoever means to come in does.</summary>
public sealed class DoorstepTests
{
    [Fact]
    public async Task ConnectionThatSaysNoHelloIsEnded()
    {
        // long enough for Bo's own hello on a machine that stands still for a while
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:HelloSeconds", "8");
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await RawClient.ConnectAsync(house.Address, await house.SignIn("Eve"));
        var told = await eve.NextAsync<SentAwayEvent>(nameof(IHouseClient.SentAway));
        Assert.Equal(((int)DisconnectCode.Unused, true), (told.Code, told.ComeBack));
        await eve.EndAsync();
        await bo.WalkTo(5, 2); // and has been here for longer
        Assert.Equal(0, bo.Connection.Traffic.Reconnects);
    }

    [Fact]
    public async Task ConnectionThatDoesNotEvenShakeHandsIsEnded()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:HelloSeconds", "2");
        await using var eve = await RawClient.DialAsync(house.Address, await house.SignIn("Eve"));
        await EndsAsync(eve);
    }

    [Fact]
    public async Task OneMemberHasFiveConnectionsAtMostAndTheNewestComesIn()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:HelloSeconds", "60");
        var token = await house.SignIn("Eve");
        List<RawClient> lines = [];
        for (var i = 0; i < 30; i++) lines.Add(await RawClient.ConnectAsync(house.Address, token));
        foreach (var line in lines.SkipLast(5)) await line.EndAsync();
        var visitors = house.Services.GetRequiredService<Visitors>();
        for (var tries = 0; tries < 200 && visitors.All.Count > 5; tries++) await Task.Delay(50, TestContext.Current.CancellationToken); // an end that the client has seen, the house may see a moment later
        Assert.InRange(visitors.All.Count, 1, 5);
        foreach (var line in lines.TakeLast(5)) Assert.Equal(0, (await HelloAsync(line)).Error);
        foreach (var line in lines) await line.DisposeAsync();
    }

    [Fact]
    public async Task HandsThatAreNeverShakenCountAsWell()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small());
        var token = await house.SignIn("Eve");
        List<RawClient> lines = [];
        for (var i = 0; i < 30; i++) lines.Add(await RawClient.DialAsync(house.Address, token));
        // as many as are too many; which of those that a busy house takes in at once is the older, nobody can tell
        await foreach (var ended in Task.WhenEach(lines.Select(EndsAsync)).Take(25)) await ended;
        await using var last = await RawClient.ConnectAsync(house.Address, token);
        Assert.Equal(0, (await HelloAsync(last)).Error);
        foreach (var line in lines) await line.DisposeAsync();
    }

    [Fact]
    public async Task WhoIsInsideStaysWhateverElseIsOpenedWithTheirCookie()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small());
        await using var bo = await house.Enter("Bo", "foyer");
        await using var ada = await house.Enter("Ada", "foyer");
        List<RawClient> lines = [];
        for (var i = 0; i < 30; i++) lines.Add(await RawClient.ConnectAsync(house.Address, ada.Connection.Token));
        foreach (var line in lines.SkipLast(4)) await line.EndAsync();
        await ada.WalkTo(6, 2);
        await bo.Sees(ada.Here);
        Assert.Equal((ConnectionStatus.Connected, 0L), (ada.Connection.State.Status, ada.Connection.Traffic.Reconnects));
        foreach (var line in lines) await line.DisposeAsync();
    }

    [Fact]
    public async Task OneAddressHasOnlySoManySilentConnectionsAndItsPeopleComeIn()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:SilentConnectionsPerAddress", "10", "--Klapphaus:HelloSeconds", "60");
        (string, string) townHall = ("X-Forwarded-For", "203.0.113.7"), elsewhere = ("X-Forwarded-For", "203.0.113.8");
        List<RawClient> lines = [];
        for (var member = 0; member < 4; member++)
        {
            var token = await house.SignIn($"Eve {member}");
            for (var i = 0; i < 5; i++) lines.Add(await RawClient.ConnectAsync(house.Address, token, headers: [townHall]));
        }
        await using var other = await RawClient.ConnectAsync(house.Address, await house.SignIn("Olga"), headers: [elsewhere]);
        foreach (var line in lines.SkipLast(10)) await line.EndAsync();
        await using var ada = await RawClient.ConnectAsync(house.Address, await house.SignIn("Ada"), headers: [townHall]);
        Assert.Equal(0, (await HelloAsync(ada)).Error);
        await lines[10].EndAsync(); // for her
        Assert.Equal(0, (await HelloAsync(lines[^1])).Error); // fewer are silent now: nobody goes for the next
        await using var bo = await RawClient.ConnectAsync(house.Address, await house.SignIn("Bo"), headers: [townHall]);
        Assert.Equal(0, (await HelloAsync(bo)).Error);
        foreach (var line in lines.Skip(11).SkipLast(1)) Assert.Equal(WebSocketState.Open, line.State);
        Assert.Equal(0, (await HelloAsync(other)).Error);
        foreach (var line in lines) await line.DisposeAsync();
    }

    [Fact]
    public async Task WhoAsksForConnectionsAgainAndAgainIsRefusedAndOthersAreNot()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small());
        using var eve = new Browser(house.Address);
        await eve.SignInAsync(new() { Name = "Eve" });
        HttpStatusCode[] answers = new HttpStatusCode[150];
        for (var i = 0; i < answers.Length; i++)
        {
            using var answer = await eve.Http.PostAsync("/house/negotiate?negotiateVersion=1", null);
            if ((answers[i] = answer.StatusCode) == HttpStatusCode.TooManyRequests) Assert.Equal(ErrorCode.TooManyCalls, (await Browser.RefusalOf(answer)).Code);
        }
        Assert.All(answers.Take(100), a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        await using var bo = await house.Enter("Bo", "foyer");
    }

    static Task<HelloResult> HelloAsync(RawClient line) => line.AskAsync<HelloResult>(nameof(IHouseHub.Hello), new HelloRequest { Protocol = Protocol.Version });

    /// <summary>For a line that has not begun to read: whatever is still said, the house hangs up.</summary>
    static async Task EndsAsync(RawClient line)
    {
        try
        {
            while (line.State == WebSocketState.Open) await line.ReceiveTextAsync();
        }
        catch (WebSocketException)
        {
            // without a farewell
        }
    }
}
