using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>The words of the network, by HTTP.</summary>
public sealed class VocabularyTests(FairHouse fair) : IClassFixture<FairHouse>
{
    const string Path = "/api/vocabulary";

    [Fact]
    public async Task OrganisersAddWordsAndEverybodyReadsThem()
    {
        using var olga = await fair.Open.OrganiserAsync();
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        var vacancy = await AddAsync(olga, new() { Kind = "challenge", German = "Leerstand", English = "Vacancy" });
        var shop = await AddAsync(olga, new() { Kind = "solution", German = "Laden auf Zeit", Answers = [vacancy.Id] });
        var words = await vera.AskAsync<VocabularyView>(HttpMethod.Get, Path);
        Assert.Equal(("leerstand", "Leerstand", "Vacancy"), Assert.Single(words.Challenges) is var c ? (c.Id, c.German, c.English) : default);
        Assert.Equal(("laden-auf-zeit", "leerstand"), (Assert.Single(words.Solutions).Id, Assert.Single(words.Solutions[0].Answers)));
        // the same word again is that word
        Assert.Equal(shop.Id, (await AddAsync(olga, new() { Kind = "solution", German = "laden auf zeit" })).Id);

        using (var alike = await olga.SendAsync(HttpMethod.Post, Path, new VocabularyRequest { Kind = "challenge", German = "Leerstände" }))
        {
            Assert.Equal(HttpStatusCode.Conflict, alike.StatusCode);
            var problem = await alike.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((int)ErrorCode.WordSimilar, problem.GetProperty("code").GetInt32());
            Assert.Equal("leerstand", problem.GetProperty("similar")[0].GetProperty("id").GetString());
        }
        await AddAsync(olga, new() { Kind = "challenge", German = "Leerstände", Nonetheless = true });
        await olga.DoAsync(HttpMethod.Delete, $"{Path}/leerstand");
        words = await vera.AskAsync<VocabularyView>(HttpMethod.Get, Path);
        Assert.Equal(["leerstaende"], words.Challenges.Select(w => w.Id));
        Assert.Empty(words.Solutions[0].Answers);
        Assert.Equal(ErrorCode.WordUnknown, (await olga.MayNotAsync(HttpMethod.Delete, $"{Path}/leerstand")).Code);
    }

    [Fact]
    public async Task TopicsAreThoseOfOpenStands()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        await bea.EditAsync(stand, new StandEditRequest { Field = "topics/t1", Value = new() { Text = "Nachtleben" } });
        Assert.Empty((await bea.AskAsync<VocabularyView>(HttpMethod.Get, Path)).Topics);
        await bea.PublishAsync(stand, "Stadt Essen");
        Assert.Equal(("Nachtleben", 1), Assert.Single((await bea.AskAsync<VocabularyView>(HttpMethod.Get, Path)).Topics) is var topic ? (topic.Value, topic.Count) : default);
    }

    [Fact]
    public async Task OthersAndNonsenseAreRefused()
    {
        using var olga = await fair.Open.OrganiserAsync();
        using var mona = (await fair.AsAsync("Mona", Roles.Moderator)).Browser;
        using var oda = (await fair.AsAsync("Oda", Roles.Organiser, "halle")).Browser;
        var sound = new VocabularyRequest { Kind = "challenge", German = "Lärm" };
        foreach (var who in new[] { mona, oda })
        {
            Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.OrganisersOnly), await who.MayNotAsync(HttpMethod.Post, Path, sound));
            Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.OrganisersOnly), await who.MayNotAsync(HttpMethod.Delete, $"{Path}/x"));
        }
        Assert.Equal((HttpStatusCode.BadRequest, ErrorCode.Malformed), await olga.MayNotAsync(HttpMethod.Post, Path, sound with { Kind = "topic" }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.WordUnusable), await olga.MayNotAsync(HttpMethod.Post, Path, sound with { German = " " }));
        Assert.Equal(ErrorCode.WordUnusable, (await olga.MayNotAsync(HttpMethod.Post, Path, new VocabularyRequest { Kind = "solution", German = "Schallschutz", Answers = ["unbekannt"] })).Code);
        using var nobody = new Browser(fair.Open.Address);
        Assert.Equal(ErrorCode.SignInNeeded, (await nobody.MayNotAsync(HttpMethod.Get, Path)).Code);
    }

    static Task<VocabularyWordView> AddAsync(Browser olga, VocabularyRequest word) => olga.AskAsync<VocabularyWordView>(HttpMethod.Post, Path, word);
}
