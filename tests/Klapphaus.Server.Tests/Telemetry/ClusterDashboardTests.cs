using System.Net;
using System.Net.Http.Headers;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Telemetry;

/// <summary>Who gets to see the machines, rooms and calls.</summary>
public sealed class ClusterDashboardTests
{
    static readonly string[] paths = ["/orleans/", "/orleans/index.min.js", "/orleans/DashboardCounters", "/orleans/GrainTypes", "/orleans/GrainState?grainId=foyer&grainType=Klapphaus.Grains.Rooms.RoomGrain"];

    [Fact]
    public async Task OrganiserSeesTheRoomsAtWork()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:Dashboard", "true");
        await using var ada = await house.Enter("Ada", "foyer");
        using var browser = new Browser(house.Address);
        await browser.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        Assert.Contains("Orleans Dashboard", await browser.Http.GetStringAsync("/orleans"), StringComparison.Ordinal);
        Assert.NotEmpty(await browser.Http.GetByteArrayAsync("/orleans/index.min.js"));
        Assert.Contains("Klapphaus.Grains.Rooms.RoomGrain", await browser.Http.GetStringAsync("/orleans/GrainTypes"), StringComparison.Ordinal);
        var counters = await CountersAsync(browser);
        Assert.DoesNotContain("Ada", counters, StringComparison.Ordinal);
        using var log = await browser.Http.GetAsync("/orleans/Trace", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.Forbidden, log.StatusCode);
    }

    [Fact]
    public async Task NobodyElseDoes()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:Dashboard", "true");
        using var stranger = new Browser(house.Address);
        using var visitor = new Browser(house.Address);
        await visitor.SignInAsync(new() { Name = "Vera" });
        using var client = new HttpClient { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await house.SignIn("Vito"));
        foreach (var path in paths)
        {
            using var unknown = await stranger.Http.GetAsync(path);
            Assert.Equal((HttpStatusCode.Unauthorized, ErrorCode.SignInNeeded), (unknown.StatusCode, (await Browser.RefusalOf(unknown)).Code));
            using var refused = await visitor.Http.GetAsync(path);
            Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.OrganisersOnly), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
            using var byToken = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, byToken.StatusCode);
        }
    }

    [Fact]
    public async Task ItIsNotThereUnlessSwitchedOn()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small());
        using var browser = new Browser(house.Address);
        await browser.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        foreach (var path in paths)
        {
            using var answer = await browser.Http.GetAsync(path);
            Assert.DoesNotContain("Orleans", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>The dashboard looks once a second.</summary>
    static async Task<string> CountersAsync(Browser browser)
    {
        for (var looks = 0; looks < 30; looks++)
        {
            if (await browser.Http.GetStringAsync("/orleans/DashboardCounters") is var counters && counters.Contains("RoomGrain", StringComparison.Ordinal)) return counters;
            await Task.Delay(TimeSpan.FromSeconds(0.5));
        }
        throw new TimeoutException("The rooms are not counted.");
    }
}
