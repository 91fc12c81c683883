using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>What was confirmed outlasts a house that is killed; who wants to be forgotten is nowhere.</summary>
[Collection(Alone.Name)]
public sealed class EndureTests
{
    /// <summary>A start takes three seconds; for the long form of two hundred set KLAPPHAUS_KILLS=200.</summary>
    static readonly int kills = int.TryParse(Environment.GetEnvironmentVariable("KLAPPHAUS_KILLS"), out var given) ? given : 3;

    [Fact]
    public async Task WhatWasConfirmedIsThereAfterAKill()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), "--ConnectionStrings:redis", redis.ConnectionString);
        using var olga = new Browser(house.Address);
        await olga.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        using var tom = new Browser(house.Address);
        await tom.ComeAsync("Tom", await bea.InviteAsync(stand, rights: ["edit"]));
        await bea.PublishAsync(stand, "Stadt Soest");
        for (var round = 1; round <= kills; round++)
        {
            var (line, text) = ($"Runde {round}", $"Text {round}");
            await Task.WhenAll(bea.WriteAsync(stand, "line", line), tom.WriteAsync(stand, "text", text));
            await house.KillAsync();
            await house.StartAsync();
            var draft = await bea.DraftAsync(stand);
            Assert.Equal((line, "Bea", text, "Tom"), (draft.Fields["line"].Value!.Text, draft.Fields["line"].By, draft.Fields["text"].Value!.Text, draft.Fields["text"].By));
            Assert.Equal(["Bea", "Tom"], draft.Team.Select(t => t.Name).Order());
            Assert.Equal(("open", line), Assert.Single(await tom.StandsAsync()) is var card ? (card.State, card.Line) : default);
        }
        // a stand that was taken offline stays so
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung" });
        await house.KillAsync();
        await house.StartAsync();
        Assert.Equal(("down", "Prüfung"), await bea.LookAsync(stand) is var seen ? (seen.State, seen.Reason) : default);
    }

    [Fact]
    public async Task AnExhibitorWhoIsErasedIsNowhereInTheStore()
    {
        const string Name = "Wilhelmine Unverwechselbar";
        await using var redis = await RedisProcess.StartAsync();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), "--ConnectionStrings:redis", redis.ConnectionString);
        using var olga = new Browser(house.Address);
        await olga.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        var id = (await bea.ComeAsync(Name, await olga.InviteAsync(stand, owner: true))).Id;
        using var tom = new Browser(house.Address);
        await tom.ComeAsync("Tom", await bea.InviteAsync(stand, rights: ["edit"]));
        await bea.PublishAsync(stand, "Stadt Soest");
        await bea.WriteAsync(stand, "name", "Soest");
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung" });
        Assert.NotEmpty(await Moderation.EndureTests.FindAsync(redis, Name));
        Assert.Contains($"klapphaus/state/stand/{stand}/stand", await Moderation.EndureTests.FindAsync(redis, id));

        using (var erased = await bea.SendAsync(HttpMethod.Delete, "/api/me")) Assert.True(erased.IsSuccessStatusCode);
        Assert.Empty(await Moderation.EndureTests.FindAsync(redis, Name));
        // which process had her avatar is forgotten when that goes to sleep
        Assert.DoesNotContain(await Moderation.EndureTests.FindAsync(redis, id), k => !k.Contains("/directory/", StringComparison.Ordinal));
        Assert.Equal(["-", "-", "-"], (await tom.DraftAsync(stand)).History.Select(c => c.By));
    }
}
