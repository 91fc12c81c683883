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
    public async Task WhatWasFoundIsFoundAfterAKill()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), "--ConnectionStrings:redis", redis.ConnectionString);
        using var olga = new Browser(house.Address);
        await olga.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        await bea.PublishAsync(stand, "Stadt Soest");
        await bea.EditAsync(stand, new StandEditRequest { Field = "solutions/trinkbrunnen", Value = new() { Text = "Trinkbrunnen" } });
        var heat = await olga.AskAsync<VocabularyWordView>(HttpMethod.Post, "/api/vocabulary", new VocabularyRequest { Kind = "challenge", German = "Hitze" });
        await olga.AskAsync<VocabularyWordView>(HttpMethod.Post, "/api/vocabulary", new VocabularyRequest { Kind = "solution", German = "Trinkbrunnen", Answers = [heat.Id] });
        await bea.WriteAsync(stand, "text", "Wir haben Brunnen gebaut"); // which is nothing that the list of stands tells
        await bea.FindsAsync("gebaute Brunnen", "Stadt Soest");
        await house.KillAsync();
        await house.StartAsync();
        await bea.FindUntilAsync("gebaute Brunnen", f => f is { Total: 1, Complete: true }, "it is read anew");
        Assert.Equal("Trinkbrunnen", Assert.Single((await bea.FindAsync("", "challenge=hitze")).Hits).Solutions[0].Solution);
    }

    [Fact]
    public async Task WhatWasTakenAndBookedIsThereAfterAKill()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), "--ConnectionStrings:redis", redis.ConnectionString);
        using var olga = new Browser(house.Address);
        await olga.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        await bea.PublishAsync(stand, "Stadt Soest");
        using var vera = new Browser(house.Address);
        await vera.SignInAsync(new() { Name = "Vera" });
        for (var round = 1; round <= 3; round++)
        {
            await bea.LayOutAsync(stand, $"a{round}", $"Blatt {round}", "https://soest.example/");
            var offered = (await bea.OfferAsync(stand, TimeProvider.System.GetUtcNow().AddDays(round))).Times[^1].Id;
            await Task.WhenAll(vera.TakeAsync(stand, $"a{round}"), vera.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{offered}/booking"));
            var token = (await vera.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links")).Link!.Split("#bag=")[1];
            await house.KillAsync();
            await house.StartAsync();
            Assert.Equal(Enumerable.Range(1, round).Select(i => $"Blatt {i}").Reverse(), (await vera.BagAsync()).Items.Select(i => i.Title));
            Assert.Equal(round, Assert.Single(await vera.AskAsync<StandTimesView[]>(HttpMethod.Get, "/api/times")).Times.Count(t => t.State == "booked"));
            using var telephone = new Browser(house.Address);
            Assert.Equal(round, (await telephone.AskAsync<SharedBagView>(HttpMethod.Post, "/api/bag/shared", new SharedBagRequest { Token = token })).Items.Length);
        }
    }

    [Fact]
    public async Task WhatAnErasedPersonHasTakenAndBookedIsNowhereInTheStore()
    {
        const string Name = "Adelgunde Unverwechselbar";
        await using var redis = await RedisProcess.StartAsync();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), "--ConnectionStrings:redis", redis.ConnectionString);
        using var olga = new Browser(house.Address);
        await olga.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        await bea.PublishAsync(stand, "Stadt Soest");
        await bea.LayOutAsync(stand, "a1", "Leitfaden", "https://soest.example/");
        var offered = (await bea.OfferAsync(stand, TimeProvider.System.GetUtcNow().AddDays(1), count: 2)).Times;
        using var vera = new Browser(house.Address);
        var id = (await vera.SignInAsync(new() { Name = Name })).Id;
        await vera.TakeAsync(stand, "a1");
        foreach (var time in offered) await vera.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{time.Id}/booking");
        await vera.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/times/{offered[0].Id}/booking");
        await vera.DoAsync(HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = "Werbung" });
        Assert.Contains($"klapphaus/state/bag/{id}/bag", await Moderation.EndureTests.FindAsync(redis, id));
        Assert.Contains($"klapphaus/state/stand/{stand}/standTimes", await Moderation.EndureTests.FindAsync(redis, Name));

        using (var erased = await vera.SendAsync(HttpMethod.Delete, "/api/me")) Assert.True(erased.IsSuccessStatusCode);
        Assert.Empty(await Moderation.EndureTests.FindAsync(redis, Name));
        Assert.DoesNotContain(await Moderation.EndureTests.FindAsync(redis, id), k => !k.Contains("/directory/", StringComparison.Ordinal));
        Assert.All((await bea.TimesAsync(stand)).Times, t => Assert.Equal("", t.Visitor));
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

    [Fact]
    public async Task WhatVisitorsHaveLeftAndExchangedIsThereAfterAKill()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), "--ConnectionStrings:redis", redis.ConnectionString);
        using var olga = new Browser(house.Address);
        await olga.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        await bea.PublishAsync(stand, "Stadt Soest");
        await using var vera = await house.Enter("Vera", "foyer");
        await using var max = await house.Enter("Max", "foyer");
        using var veras = Of(house, vera);
        using var maxs = Of(house, max);
        await veras.KeepCardAsync(new() { Name = "Vera Voss", Email = "vera@gera.example" });
        await maxs.KeepCardAsync(new() { Name = "Max Moll" });
        await ExchangeAsync(vera, veras, max, maxs);
        var back = await maxs.HandCardAsync(stand, "name");
        await maxs.DoAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/cards/{back}");
        for (var round = 1; round <= 3; round++)
        {
            var question = await veras.AskQuestionAsync(stand, $"Frage {round}");
            await Task.WhenAll(bea.AnswerQuestionAsync(stand, question, $"Antwort {round}"), veras.HandCardAsync(stand, "name", "email"));
            await house.KillAsync();
            await house.StartAsync();
            var all = await bea.EnquiriesAsync(stand);
            Assert.Equal(Enumerable.Range(1, round).Reverse().Select(n => ($"Frage {n}", $"Antwort {n}")), all.Enquiries.Select(e => (e.Question, e.Answer)));
            // each card takes the place of the one before
            Assert.Equal(("Vera Voss", back, round), (Assert.Single(all.Cards).Card.Name, all.TakenBack[^1].Id, all.TakenBack.Length));
            Assert.Equal("Max Moll", Assert.Single((await veras.CardsAsync()).Received).Handed.Card.Name);
            Assert.Equal("vera@gera.example", Assert.Single((await maxs.CardsAsync()).Received).Handed.Card.Email);
        }
    }

    [Fact]
    public async Task AVisitorWhoIsErasedIsNowhereInTheStore()
    {
        const string Name = "Wilhelmine Unverwechselbar";
        await using var redis = await RedisProcess.StartAsync();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), "--ConnectionStrings:redis", redis.ConnectionString);
        using var olga = new Browser(house.Address);
        await olga.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        await bea.PublishAsync(stand, "Stadt Soest");
        await using var vera = await house.Enter(Name, "foyer");
        await using var max = await house.Enter("Max", "foyer");
        using var veras = Of(house, vera);
        using var maxs = Of(house, max);
        await veras.KeepCardAsync(new() { Name = Name, Email = "wilhelmine@gera.example" });
        await maxs.KeepCardAsync(new() { Name = "Max Moll" });
        await ExchangeAsync(vera, veras, max, maxs);
        await veras.AskQuestionAsync(stand, "Was kostet das?");
        await veras.HandCardAsync(stand, "name", "email");
        Assert.Superset(
            new HashSet<string> { $"klapphaus/state/stand/{stand}/standEnquiries", $"klapphaus/state/card/{vera.Id}/cards", $"klapphaus/state/card/{max.Id}/cards" },
            (await Moderation.EndureTests.FindAsync(redis, Name)).ToHashSet());

        using (var erased = await veras.SendAsync(HttpMethod.Delete, "/api/me")) Assert.True(erased.IsSuccessStatusCode);
        Assert.Empty(await Moderation.EndureTests.FindLeftAsync(redis, Name));
        Assert.Empty(await Moderation.EndureTests.FindAsync(redis, "wilhelmine"));
        // which process had her avatar is forgotten when that goes to sleep
        Assert.Empty(await Moderation.EndureTests.FindLeftAsync(redis, vera.Id, k => k.Contains("/directory/", StringComparison.Ordinal)));
        Assert.Single((await bea.EnquiriesAsync(stand)).TakenBack);
        Assert.Single((await maxs.CardsAsync()).TakenBack);
    }

    static Browser Of(HouseProcess house, Person person)
    {
        var browser = new Browser(house.Address);
        browser.Http.DefaultRequestHeaders.Authorization = new("Bearer", person.Connection.Token);
        return browser;
    }

    /// <summary>Beside each other, they talk and exchange everything that stands on their cards.</summary>
    static async Task ExchangeAsync(Person vera, Browser veras, Person max, Browser maxs)
    {
        await max.WalkTo(4.5, 2.5);
        await vera.WalkTo(3, 2.5);
        await vera.TalksWith(max);
        await max.TalksWith(vera);
        foreach (var (person, browser, other) in new[] { (vera, veras, max), (max, maxs, vera) })
        {
            var own = (await browser.CardsAsync()).Own!;
            var shown = await browser.PreviewAsync("person", own.Email.Length > 0 ? ["name", "email"] : ["name"]);
            Assert.Equal(ErrorCode.None, await person.Connection.AskAsync(
                nameof(IHouseHub.OfferCard), new OfferCardRequest { Member = other.Id, Id = Leaving.NewId(), Fields = shown.Fields, Wording = shown.Wording, Seal = shown.Seal }));
        }
    }
}
