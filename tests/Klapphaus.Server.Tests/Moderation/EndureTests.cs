using System.Net.Http.Json;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using StackExchange.Redis;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>What moderators decided outlasts the house; what somebody wants forgotten does not.</summary>
[Collection(Alone.Name)]
public sealed class EndureTests
{
    [Fact]
    public async Task BansMutesAndPolicyHoldAfterAKill()
    {
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small());
        await using var mona = await house.EnterAsOrganiser("Mona", "foyer");
        await using var eve = await house.Enter("Eve", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await using var cem = await house.Enter("Cem", "foyer");
        await mona.Knows(eve);
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, House = true, Reason = "Störung", Minutes = 60 });
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = bo.Id, Reason = "Nicht hier", Minutes = 60 });
        await mona.Does(nameof(IHouseHub.Mute), new MuteRequest { Handle = cem.Picture.Handle, Muted = true });
        await mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(slow: 30) });
        await house.KillAsync();
        await house.StartAsync();

        Assert.Equal(ErrorCode.Banned, (await Assert.ThrowsAsync<HouseRefusedException>(() => house.Arrive("Eve", eve.Connection.Token))).Code);
        await bo.WaitUntil(_ => bo.Connection.State.Status == ConnectionStatus.Connected, "Bo is back in the house");
        Assert.Equal(ErrorCode.RoomBanned, (await bo.Connection.EnterAsync("foyer")).Error);
        await mona.WaitUntil(_ => mona.Connection.State.Status == ConnectionStatus.Connected, "Mona is back");
        await cem.WaitUntil(_ => cem.Connection.State.Status == ConnectionStatus.Connected, "Cem is back");
        using var organiser = new HttpClient { BaseAddress = house.Address };
        organiser.DefaultRequestHeaders.Authorization = new("Bearer", mona.Connection.Token);
        var rules = (await organiser.GetFromJsonAsync<RoomRulesView>("/api/moderation/rooms/foyer"))!;
        Assert.Equal(30, rules.Policy.SlowSeconds);
        Assert.Equal([("Cem", true)], rules.Restraints.Select(r => (r.Name, r.Muted)));
        Assert.Equal(["Bo"], rules.Bans.Select(b => b.Name));
        var lines = (await organiser.GetFromJsonAsync<LogLineView[]>("/api/moderation/log?room=foyer"))!;
        Assert.Equal(["changedPolicy", "muted", "bannedFromRoom"], lines.Select(l => l.Deed));
    }

    [Fact]
    public async Task WhoHasBeenLetInIsBackAfterAKillAndNobodyElse()
    {
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small().With("saal", ["######", "#.e..#", "#....#", "######"]));
        await using var mona = await house.EnterAsOrganiser("Mona", "foyer");
        await using var ada = await house.Enter("Ada", "foyer");
        await mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy() with { WaitingRoom = true } });
        await using var bo = await house.Enter("Bo", "saal");
        Assert.True((await bo.Connection.WaitAsync("foyer")).Value!.Asks);
        using var desk = new HttpClient { BaseAddress = house.Address };
        desk.DefaultRequestHeaders.Authorization = new("Bearer", mona.Connection.Token);
        using (var letIn = await desk.PutAsync($"/api/moderation/rooms/foyer/waiting/{bo.Id}", null)) letIn.EnsureSuccessStatusCode();
        await bo.Enter("foyer");
        await house.KillAsync();
        await house.StartAsync();

        foreach (var person in new[] { mona, ada, bo })
            await person.WaitUntil(p => person.Connection.State.Status == ConnectionStatus.Connected && p.Room?.Id == "foyer" && p.People.Length == 3, "all three are back in the room");
        await using var cem = await house.Enter("Cem", "saal");
        Assert.Equal(ErrorCode.RoomWaiting, (await cem.Connection.EnterAsync("foyer")).Error);
    }

    [Fact]
    public async Task WhoIsErasedIsNowhereInTheStore()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small(), "--ConnectionStrings:redis", redis.ConnectionString);
        const string Name = "Wilhelmine Unverwechselbar";
        await using var mona = await house.EnterAsOrganiser("Mona", "foyer");
        await using var eve = await house.Enter(Name, "foyer");
        await using var ada = await house.Enter("Ada", "foyer");
        await mona.Knows(eve);
        await eve.Does(nameof(IHouseHub.Block), new BlockRequest { Member = ada.Id, Blocked = true });
        await ada.Does(nameof(IHouseHub.Report), new ReportRequest { Handle = eve.Picture.Handle, Reason = "Etwas", Texts = [] });
        await mona.Does(nameof(IHouseHub.Warn), new WarnRequest { Handle = eve.Picture.Handle, Reason = $"{Name} war laut" });
        await mona.Does(nameof(IHouseHub.Mute), new MuteRequest { Handle = eve.Picture.Handle, Muted = true });
        Assert.NotEmpty(await FindAsync(redis, Name));

        using var me = new HttpClient { BaseAddress = house.Address };
        me.DefaultRequestHeaders.Authorization = new("Bearer", eve.Connection.Token);
        var told = new Orders(eve);
        using var answer = await me.DeleteAsync("/api/me");
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(2, (await answer.Content.ReadFromJsonAsync<ErasureView>())!.Lines);
        Assert.Equal((int)DisconnectCode.SessionEnded, (await told.IsSentAway()).Code);
        await mona.Misses(eve);
        Assert.Empty(await FindLeftAsync(redis, Name));
        // that she is muted holds, under a number that says nothing any more; which process had her avatar is forgotten when that goes to sleep
        Assert.Empty(await FindLeftAsync(redis, eve.Id, k => k is "klapphaus/state/room/foyer/room" || k.Contains("/directory/", StringComparison.Ordinal)));
        Assert.Equal(["klapphaus/state/room/foyer/room"], (await FindAsync(redis, eve.Id)).Where(k => !k.Contains("/directory/", StringComparison.Ordinal)));
        using var gone = await me.GetAsync("/api/me");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, gone.StatusCode);
    }

    [Fact]
    public async Task WhoIsErasedWhileBannedStaysOutWithoutAName()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small(), "--ConnectionStrings:redis", redis.ConnectionString);
        const string Name = "Wilhelmine Unverwechselbar";
        await using var mona = await house.EnterAsOrganiser("Mona", "foyer");
        await using var eve = await house.Enter(Name, "foyer");
        await mona.Knows(eve);
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, House = true, Reason = "Störung", Minutes = 60 });
        using var me = new HttpClient { BaseAddress = house.Address };
        me.DefaultRequestHeaders.Authorization = new("Bearer", eve.Connection.Token);
        using var answer = await me.DeleteAsync("/api/me");
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<ErasureView>())!.BanUntil);
        Assert.Empty(await FindLeftAsync(redis, Name));
        Assert.Equal(ErrorCode.Banned, (await Assert.ThrowsAsync<HouseRefusedException>(() => house.Arrive("Eve", eve.Connection.Token))).Code);
    }

    /// <summary>
    /// Where it still stands but may not, once that is nowhere any more or ten seconds are over: the end of an open connection is cleared up a moment after its
    /// person is told.
    /// </summary>
    internal static async Task<List<string>> FindLeftAsync(RedisProcess redis, string what, Predicate<string>? mayStay = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var left = (await FindAsync(redis, what)).FindAll(k => mayStay?.Invoke(k) != true);
            if (left.Count == 0 || TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(30)) return left;
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>The keys in whose name or content it stands.</summary>
    internal static async Task<List<string>> FindAsync(RedisProcess redis, string what)
    {
        List<string> found = [];
        var store = redis.Store.GetDatabase();
        await foreach (var key in redis.Store.GetServers()[0].KeysAsync())
        {
            var content = await store.KeyTypeAsync(key) switch
            {
                RedisType.None => null, // gone since it was listed
                RedisType.String => (string?)await store.StringGetAsync(key),
                RedisType.Hash => string.Join(' ', (await store.HashGetAllAsync(key)).Select(e => $"{e.Name} {e.Value}")),
                RedisType.SortedSet => string.Join(' ', (await store.SortedSetRangeByRankAsync(key)).Select(v => $"{v}")),
                RedisType.Set => string.Join(' ', (await store.SetMembersAsync(key)).Select(v => $"{v}")),
                RedisType.List => string.Join(' ', (await store.ListRangeAsync(key)).Select(v => $"{v}")),
                var other => throw new InvalidOperationException($"{key} is a {other}: this search does not look into it."),
            };
            if ($"{key} {content}".Contains(what, StringComparison.OrdinalIgnoreCase)) found.Add($"{key}");
        }
        return found;
    }
}
