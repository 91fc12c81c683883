using System.Net;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>What exhibitors write is found by others, and only what everybody may see. Each test looks for words of its own.</summary>
public sealed class FindTests(FairHouse fair) : IClassFixture<FairHouse>
{
    [Fact]
    public async Task WhatAHostWritesIsFoundHoweverItIsTyped()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        await bea.PublishAsync(stand, "Stadt Lüdenscheid");
        await bea.EditAsync(
            stand,
            new() { Field = "text", Value = new() { Text = "## Unser Weg\n\nWir haben **Straßenbäume** gepflanzt und [Bänke](https://example.org) gebaut." } },
            new() { Field = "contact", Value = new() { Text = "Käthe Großmann" } },
            new() { Field = "topics/t1", Value = new() { Text = "Stadtgrün" } },
            new() { Field = "materials/a1", Value = new() { Text = "Leitfaden Entsiegelung", Link = "https://example.org/leitfaden", Language = "de" } },
            new() { Field = "videos/v1", Value = new() { Text = "Planting a street", Link = "https://example.org/film", Language = "en" } });
        await vera.FindsAsync("Entsiegelung", "Leitfaden Entsiegelung");
        foreach (var words in new[] { "Lüdenscheid", "luedenscheid", "LUDENSCHEID", "Lüdenschied", "Straßenbaum", "strassenbäume", "Bank", "Grossmann", "Käthe" })
            Assert.Equal((words, "Stadt Lüdenscheid"), (words, (await vera.TitlesAsync(words))[0]));
        Assert.Equal(["Planting a street"], await vera.TitlesAsync("plants street"));

        var hit = (await vera.FindAsync("Straßenbaum")).Hits[0];
        Assert.Equal((stand, "", "halle", "Läden auf Zeit", "text"), (hit.Stand, hit.Item, hit.Room, hit.Line, hit.Reasons[0].Field));
        var marked = hit.Reasons[0].Ranges[0];
        Assert.Equal("Straßenbäume", hit.Reasons[0].Text.Substring(marked.Start, marked.Length));
        Assert.DoesNotContain("*", hit.Reasons[0].Text, StringComparison.Ordinal);
        var material = (await vera.FindAsync("Entsiegelung")).Hits[0];
        Assert.Equal((stand, "Stadt Lüdenscheid", "materials/a1"), (material.Stand, material.Name, material.Item));
        Assert.Equal("videos/v1", (await vera.FindAsync("", "language=en")).Hits[0].Item);
        Assert.Equal(["Stadt Lüdenscheid", "Leitfaden Entsiegelung", "Planting a street"], await vera.TitlesAsync("", "topic=stadtgr%C3%BCn"));
    }

    [Fact]
    public async Task OnlyWhatEverybodyMaySeeIsFound()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        using var mona = (await fair.AsAsync("Mona", Roles.Moderator)).Browser;
        await bea.WriteAsync(stand, "name", "Orgelstadt");
        await bea.WriteAsync(stand, "line", "Pfeifen");
        await bea.EditAsync(stand, new StandEditRequest { Field = "materials/a1", Value = new() { Text = "Orgelbuch", Link = "https://example.org/orgel", Language = "de" } });
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest { Published = true });
        await vera.FindsAsync("Orgel", "Orgelstadt", "Orgelbuch");

        await mona.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Kein Bildrecht", Material = "a1" });
        await vera.FindsAsync("Orgel", "Orgelstadt");
        Assert.Equal(["Orgelstadt"], await bea.TitlesAsync("Orgel"));
        await mona.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung" });
        await vera.FindsAsync("Orgel");
        Assert.Empty(await mona.TitlesAsync("Orgel"));
        await mona.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/down");
        await vera.FindsAsync("Orgel", "Orgelstadt");
        await mona.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/down?material=a1");
        await vera.FindsAsync("Orgel", "Orgelstadt", "Orgelbuch");

        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest { Published = false });
        await vera.FindsAsync("Orgel");
        await bea.WriteAsync(stand, "name", "Flötenstadt");
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest { Published = true });
        await vera.FindsAsync("Orgel", "Orgelbuch");
        Assert.Equal(["Flötenstadt"], await vera.TitlesAsync("Flöte"));
    }

    [Fact]
    public async Task AChangeThatIsNotSeenFromAfarIsFoundAsWell()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        await bea.PublishAsync(stand, "Stadt Zwiesel");
        await bea.WriteAsync(stand, "text", "Glasbläserei");
        await bea.FindsAsync("Glasbläser", "Stadt Zwiesel");
        await bea.WriteAsync(stand, "text", "Kerzenzieherei");
        await bea.FindsAsync("Glasbläser");
        Assert.Equal(["Stadt Zwiesel"], await bea.TitlesAsync("Kerzenzieher"));
    }

    [Fact]
    public async Task FromAChallengeOneComesToStandsThatNameASolution()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (own, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        var (tied, tom) = await fair.GiveAsync(olga, "Tom");
        using var other = tom;
        await bea.EditAsync(
            own,
            new() { Field = "challenges/hitze", Value = new() { Text = "Hitze am Markt" } },
            new() { Field = "solutions/sonnensegel", Value = new() { Text = "Sonnensegel" } });
        await bea.PublishAsync(own, "Stadt Trier");
        await tom.EditAsync(tied, new StandEditRequest { Field = "solutions/trinkbrunnen", Value = new() { Text = "Trinkbrunnen" } });
        await tom.PublishAsync(tied, "Stadt Ulm");

        // who says of themselves what they have done about it
        var found = await olga.FindUntilAsync("", f => f.Total == 1, "one stand has a solution", "challenge=Hitze");
        Assert.Equal(("Sonnensegel", "Hitze am Markt"), (found.Hits[0].Solutions[0].Solution, found.Hits[0].Solutions[0].Challenge));

        // and whom the network has a word for
        var heat = await olga.AskAsync<VocabularyWordView>(HttpMethod.Post, "/api/vocabulary", new VocabularyRequest { Kind = "challenge", German = "Sommerhitze", English = "Summer heat" });
        await olga.AskAsync<VocabularyWordView>(HttpMethod.Post, "/api/vocabulary", new VocabularyRequest { Kind = "solution", German = "Trinkbrunnen", English = "Drinking fountain", Answers = [heat.Id] });
        found = await olga.FindUntilAsync("", f => f.Total == 1, "the vocabulary leads there", "challenge=Sommerhitze");
        Assert.Equal((tied, "Trinkbrunnen", "Sommerhitze"), (found.Hits[0].Stand, found.Hits[0].Solutions[0].Solution, found.Hits[0].Solutions[0].Challenge));
        Assert.Contains(found.Facets.Challenges, c => c is { Value: "Sommerhitze", Count: 1 });
        Assert.Equal(["Stadt Ulm"], await olga.TitlesAsync("fountain"));
        await olga.DoAsync(HttpMethod.Delete, $"/api/vocabulary/{heat.Id}");
        await olga.FindUntilAsync("", f => f.Total == 0, "the word is gone", "challenge=Sommerhitze");
    }

    [Fact]
    public async Task WhoIsThereAndHowFarItIsIsTold()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (near, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        var (far, tom) = await fair.GiveAsync(olga, "Tom");
        using var other = tom;
        await bea.PublishAsync(near, "Tintenfass eins");
        await tom.PublishAsync(far, "Tintenfass zwei");
        await olga.FindsAsync("Tintenfass", "Tintenfass eins", "Tintenfass zwei");
        var area = (await bea.LookAsync(near)).Area;
        var (x, y) = FairHouse.At(area);
        var here = $"near=halle,{x},{y}";
        var hits = (await olga.FindAsync("Tintenfass", $"{here}&nearest=true")).Hits;
        Assert.Equal([near, far], hits.Select(h => h.Stand));
        Assert.Equal((0, 0), (hits[0].Metres, hits[0].Doors!.Length));
        Assert.InRange(hits[1].Metres!.Value, 1, 70);
        Assert.All((await olga.FindAsync("Tintenfass")).Hits, h => Assert.True(h.Metres is null && h.Doors is null));

        Assert.All(hits, h => Assert.False(h.Staffed));
        await using var person = await fair.EnterAsync(bea, "Bea");
        Assert.Equal(ErrorCode.None, await person.Connection.StandDutyAsync(near, true));
        var staffed = await olga.FindUntilAsync("Tintenfass", f => f.Total == 1, "somebody is at the first", "staffed=true");
        Assert.Equal((near, true), (staffed.Hits[0].Stand, staffed.Hits[0].Staffed));
        await person.DisposeAsync();
        await olga.FindUntilAsync("Tintenfass", f => f.Total == 0, "nobody is at any", "staffed=true");
    }

    [Fact]
    public async Task WhatCannotBeAskedIsRefused()
    {
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        foreach (var query in new[]
                 {
                     $"q={new string('x', 201)}", $"topic={new string('x', 201)}", $"challenge={new string('x', 201)}", $"room={new string('x', 65)}", "kind=person", "near=halle", "near=halle,1", "near=halle,a,b",
                     "near=halle,-1,2", "near=halle,4096,2", "near=,1,2", "skip=-1", "skip=10001", "take=0", "take=51", "take=x",
                 })
            Assert.Equal((query, HttpStatusCode.BadRequest, ErrorCode.Malformed), await vera.MayNotAsync(HttpMethod.Get, $"/api/stands/search?{query}") is var (status, code) ? (query, status, code) : default);
        Assert.Equal((HttpStatusCode.NotFound, ErrorCode.RoomUnknown), await vera.MayNotAsync(HttpMethod.Get, "/api/stands/search?near=keller,1,2"));
        using var nobody = new Browser(fair.Open.Address);
        Assert.Equal((HttpStatusCode.Unauthorized, ErrorCode.SignInNeeded), await nobody.MayNotAsync(HttpMethod.Get, "/api/stands/search"));
    }

    [Fact]
    public async Task WhoAsksWithoutPauseIsSlowedDown()
    {
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        using var uwe = (await fair.AsAsync("Uwe", Roles.Visitor)).Browser;
        var answers = await Task.WhenAll(Enumerable.Range(0, 120).Select(async _ =>
        {
            using var answer = await vera.SendAsync(HttpMethod.Get, "/api/stands/search?q=Leerstand");
            return (answer.StatusCode, Code: answer.IsSuccessStatusCode ? ErrorCode.None : (await Browser.RefusalOf(answer)).Code);
        }));
        Assert.InRange(answers.Count(a => a.StatusCode == HttpStatusCode.OK), 40, 100);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.OK), a => Assert.Equal((HttpStatusCode.TooManyRequests, ErrorCode.TooManyCalls), a));
        Assert.Contains(answers, a => a.StatusCode != HttpStatusCode.OK);
        await uwe.FindAsync("Leerstand"); // others are not
    }
}
