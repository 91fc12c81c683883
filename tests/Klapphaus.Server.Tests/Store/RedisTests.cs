using System.Text.Json;
using Klapphaus.Server.Start;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Store;

/// <summary>The same house on a Redis beside it.</summary>
public sealed class RedisTests : IAsyncLifetime
{
    RedisProcess redis = null!;
    TestHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        redis = await RedisProcess.StartAsync();
        house = await TestHouse.OpenAsync(
            DrawnHouse.Small(),
            "--ConnectionStrings:redis", redis.ConnectionString, "--Klapphaus:SiloPort", $"{Ports.Free()}", "--Klapphaus:GatewayPort", $"{Ports.Free()}");
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await redis.DisposeAsync();
    }

    [Fact]
    public async Task PeopleWalkAndSeeEachOther()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await ada.WalkTo(15.5, 3.5);
        await bo.Sees(ada.At(15.5, 3.5));
        await ada.GoThrough("nach-halle");
        await bo.Misses(ada);
        await using var cem = await house.Enter("Cem", "halle");
        await cem.Sees(ada.Here);
    }

    [Fact]
    public async Task PresenceIsKeptWithAnExpiryAndTakenAwayWithTheConnection()
    {
        var store = redis.Store.GetDatabase();
        var ada = await house.Enter("Ada", "foyer");
        Assert.Equal("Ada", await store.HashGetAsync($"klapphaus/presence/{ada.Id}", "name"));
        Assert.InRange((await store.KeyTimeToLiveAsync($"klapphaus/presence/{ada.Id}"))!.Value.TotalSeconds, 1, 35);
        Assert.InRange((await store.SortedSetScoreAsync("klapphaus/presence", ada.Id))!.Value, DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 30, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 1);

        await using var bo = await house.Enter("Bo", "foyer");
        await ada.DisposeAsync();
        await bo.Misses(ada);
        await Becomes(async () => !await store.KeyExistsAsync($"klapphaus/presence/{ada.Id}"), "Ada is not present");
        await Becomes(async () => await store.SortedSetScoreAsync("klapphaus/presence", ada.Id) is null, "Ada is not in the list of who is");
        Assert.True(await store.KeyExistsAsync($"klapphaus/presence/{bo.Id}"));
    }

    [Fact]
    public async Task WhoCanBeReachedIsKeptBesideTheWindowAndNeitherTakesTheOtherAlong()
    {
        var store = redis.Store.GetDatabase();
        var ada = await house.Enter("Ada", "foyer");
        var program = await house.Reach("Ada", ada.Connection.Token);
        Assert.InRange((await store.SortedSetScoreAsync("klapphaus/presence/reachable", ada.Id))!.Value, DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 30, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 1);
        Assert.Equal("Ada", await store.HashGetAsync($"klapphaus/presence/{ada.Id}", "name"));
        await ada.DisposeAsync();
        await Becomes(async () => !await store.KeyExistsAsync($"klapphaus/presence/{ada.Id}"), "the window is gone");
        await Becomes(async () => await store.SortedSetScoreAsync("klapphaus/presence", ada.Id) is null, "the window is not in the list of who is present");
        Assert.NotNull(await store.SortedSetScoreAsync("klapphaus/presence/reachable", ada.Id));

        await using var window = await house.Arrive("Ada", ada.Connection.Token);
        await program.DisposeAsync();
        await Becomes(async () => await store.SortedSetScoreAsync("klapphaus/presence/reachable", ada.Id) is null, "the program is gone");
        Assert.NotNull(await store.SortedSetScoreAsync("klapphaus/presence", ada.Id));
    }

    /// <summary>The end of a connection reaches the store a moment after the others have been told of it.</summary>
    static async Task Becomes(Func<Task<bool>> isSo, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30), $"Waited for half a minute until {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    [Fact]
    public async Task StateIsJsonWithAVersion()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        var server = redis.Store.GetServers()[0];
        var states = new List<JsonElement>();
        await foreach (var key in server.KeysAsync(pattern: "*/state/*"))
            states.Add(JsonDocument.Parse((string)(await redis.Store.GetDatabase().HashGetAsync(key, "data"))!).RootElement);
        Assert.True(states.Count >= 4, $"two rooms, the house and Ada are stored; found {states.Count}");
        Assert.All(states, s => Assert.Equal(1, s.GetProperty("version").GetInt32()));
        Assert.Contains(states, s => s.TryGetProperty("room", out var room) && room.GetString() == "foyer");
        Assert.DoesNotContain(states, s => s.TryGetProperty("position", out _));
    }

    [Fact]
    public async Task WithRedisGoneThoseInTheRoomGoOnWalking()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        redis.Freeze();
        try
        {
            await ada.WalkTo(10, 2);
            await bo.Sees(ada.At(10, 2));
            await bo.WalkTo(6, 5);
            await ada.Sees(bo.At(6, 5));
        }
        finally
        {
            redis.Thaw();
        }
        await ada.WalkTo(12, 2);
        await bo.Sees(ada.At(12, 2));
        await using var cem = await house.Enter("Cem", "halle");
    }
}
