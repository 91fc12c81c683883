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
        await using (await house.Enter("Cem", "foyer")) { } // the house has had time for Ada's end
        Assert.False(await store.KeyExistsAsync($"klapphaus/presence/{ada.Id}"));
        Assert.Null(await store.SortedSetScoreAsync("klapphaus/presence", ada.Id));
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
        await using (await house.Enter("Cem", "foyer")) { } // the house has had time for the window's end
        Assert.False(await store.KeyExistsAsync($"klapphaus/presence/{ada.Id}"));
        Assert.Null(await store.SortedSetScoreAsync("klapphaus/presence", ada.Id));
        Assert.NotNull(await store.SortedSetScoreAsync("klapphaus/presence/reachable", ada.Id));

        await using var window = await house.Arrive("Ada", ada.Connection.Token);
        await program.DisposeAsync();
        await using (await house.Enter("Cem", "foyer")) { }
        Assert.Null(await store.SortedSetScoreAsync("klapphaus/presence/reachable", ada.Id));
        Assert.NotNull(await store.SortedSetScoreAsync("klapphaus/presence", ada.Id));
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
