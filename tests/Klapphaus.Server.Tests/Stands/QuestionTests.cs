using System.Net;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>A visitor leaves a question, a host answers it, and each of them sees what they may.</summary>
public sealed class QuestionTests(FairHouse fair) : IClassFixture<FairHouse>
{
    /// <summary>An open stand with its owner, and a visitor.</summary>
    async Task<(string Stand, Browser Bea, Browser Vera)> OpenAsync()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        return (stand, bea, (await fair.AsAsync("Vera", Roles.Visitor)).Browser);
    }

    [Fact]
    public async Task AVisitorAsksAHostAnswersAndBothSeeIt()
    {
        var (stand, bea, vera) = await OpenAsync();
        var id = await vera.AskQuestionAsync(stand, "Was kostet\nein Laden?", "email", "vera@gera.example");
        var asked = Assert.Single((await bea.EnquiriesAsync(stand)).Enquiries);
        Assert.Equal((id, "Vera", "Was kostet\nein Laden?", "email", "vera@gera.example"), (asked.Id, asked.Name, asked.Question, asked.CallBack, asked.Reach));
        Assert.Equal((null, ""), (asked.Answered, asked.AnsweredBy));
        await bea.AnswerQuestionAsync(stand, id, "Nichts.");
        var own = Assert.Single((await vera.MineAsync(stand)).Enquiries);
        Assert.Equal(("Nichts.", "Bea"), (own.Answer, own.AnsweredBy));
        var kept = Assert.Single((await vera.AskAsync<MyDataView>(HttpMethod.Get, "/api/me")).Cards.Stands);
        Assert.Equal((stand, "Stadt Soest", "Nichts."), (kept.Stand, kept.Name, Assert.Single(kept.Enquiries).Answer));
        using var max = (await fair.AsAsync("Max", Roles.Visitor)).Browser;
        Assert.Empty((await max.MineAsync(stand)).Enquiries);
        Assert.Empty((await max.CardsAsync()).Stands);
    }

    [Fact]
    public async Task OnlyWhoHasAskedTakesItBackAlsoFromAStandThatIsHidden()
    {
        var (stand, bea, vera) = await OpenAsync();
        var id = await vera.AskQuestionAsync(stand, "Was kostet das?");
        using var max = (await fair.AsAsync("Max", Roles.Visitor)).Browser;
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest());
        Assert.Equal((HttpStatusCode.NotFound, ErrorCode.EnquiryUnknown), await max.MayNotAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/enquiries/{id}"));
        Assert.Equal(ErrorCode.EnquiryUnknown, (await bea.MayNotAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/enquiries/{id}")).Code);
        Assert.Single((await vera.CardsAsync()).Stands);
        await vera.DoAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/enquiries/{id}");
        Assert.Empty((await bea.EnquiriesAsync(stand)).Enquiries);
        Assert.Equal(ErrorCode.StandUnknown, (await vera.MayNotAsync(HttpMethod.Put, $"/api/stands/{stand}/enquiries/{id}", new EnquiryRequest { Question = "Und jetzt?" })).Code);
    }

    [Fact]
    public async Task WhoIsBannedStillTakesBackWhatIsTheirs()
    {
        var (stand, bea, _) = await OpenAsync();
        await using var eve = await fair.Open.Enter("Eve", "halle");
        using var browser = new Browser(fair.Open.Address);
        browser.Http.DefaultRequestHeaders.Authorization = new("Bearer", eve.Connection.Token);
        var id = await browser.AskQuestionAsync(stand, "Na?");
        await browser.KeepCardAsync(new() { Name = "Eve" });
        var card = await browser.HandCardAsync(stand, "name");
        await using var mona = await fair.Open.EnterAs("Mona", Roles.Moderator, "halle");
        Assert.Equal(ErrorCode.None, await mona.Connection.AskAsync(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, House = true, Reason = "Störung", Minutes = 60 }));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.MayNotAsync(HttpMethod.Get, $"/api/stands/{stand}/mine")).Status);
        await browser.DoAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/enquiries/{id}");
        await browser.DoAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/cards/{card}");
        Assert.Equal((0, 0), await bea.EnquiriesAsync(stand) is var all ? (all.Enquiries.Length, all.Cards.Length) : default);
    }

    [Fact]
    public async Task TheSameQuestionSentTwiceIsOneAndThereAreOnlySoMany()
    {
        var (stand, bea, vera) = await OpenAsync();
        var id = await vera.AskQuestionAsync(stand, "Frage 1");
        await vera.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/enquiries/{id}", new EnquiryRequest { Question = "Frage 1" });
        using var max = (await fair.AsAsync("Max", Roles.Visitor)).Browser;
        Assert.Equal(ErrorCode.EnquiryUnknown, (await max.MayNotAsync(HttpMethod.Put, $"/api/stands/{stand}/enquiries/{id}", new EnquiryRequest { Question = "Meine" })).Code);
        for (var i = 2; i <= EnquiryList.MostOfOne; i++) await vera.AskQuestionAsync(stand, $"Frage {i}");
        Assert.Equal(
            (HttpStatusCode.TooManyRequests, ErrorCode.TooManyEnquiries),
            await vera.MayNotAsync(HttpMethod.Put, $"/api/stands/{stand}/enquiries/{Leaving.NewId()}", new EnquiryRequest { Question = "Noch eine" }));
        Assert.Equal(EnquiryList.MostOfOne, (await bea.EnquiriesAsync(stand)).Enquiries.Length);
    }

    [Fact]
    public async Task WhoIsSecondIsToldThatItIsAnswered()
    {
        var (stand, bea, vera) = await OpenAsync();
        using var tom = await fair.HostAsync(bea, stand, "Tom", "enquiries");
        var id = await vera.AskQuestionAsync(stand, "Was kostet das?");
        var answers = await Task.WhenAll(bea.SendAsync(HttpMethod.Put, $"/api/stands/{stand}/enquiries/{id}/answer", new EnquiryAnswerRequest { Text = "Nichts." }),
            tom.SendAsync(HttpMethod.Put, $"/api/stands/{stand}/enquiries/{id}/answer", new EnquiryAnswerRequest { Text = "Viel." }));
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(answers[0].StatusCode == HttpStatusCode.NoContent ? ("Nichts.", "Bea") : ("Viel.", "Tom"), Assert.Single((await vera.MineAsync(stand)).Enquiries) is var own ? (own.Answer, own.AnsweredBy) : default);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task WhatCannotBeAnsweredIsNotLeft()
    {
        var (stand, bea, vera) = await OpenAsync();
        foreach (var (question, callBack, reach, why) in new[]
                 {
                     ("", "none", "", ErrorCode.EnquiryUnusable), (" \u200b\u202e ", "none", "", ErrorCode.EnquiryUnusable), ("Na?", "email", "", ErrorCode.EnquiryUnusable),
                     ("Na?", "email", "vera@gera.example,max@gera.example", ErrorCode.EnquiryUnusable),
                     ("Na?", "email", "vera@gera.example\r\nBcc: alle@gera.example", ErrorCode.EnquiryUnusable), ("Na?", "telephone", "=cmd|' /C calc'!A0", ErrorCode.EnquiryUnusable),
                     ("Na?", "brieftaube", "", ErrorCode.Malformed), ("Na?", "7", "", ErrorCode.Malformed),
                 })
            Assert.Equal(why, (await vera.MayNotAsync(HttpMethod.Put, $"/api/stands/{stand}/enquiries/{Leaving.NewId()}", new EnquiryRequest { Question = question, CallBack = callBack, Reach = reach })).Code);
        Assert.Empty((await bea.EnquiriesAsync(stand)).Enquiries);
    }

    [Fact]
    public async Task WhatIsNoIdIsNotLookedAt()
    {
        var (stand, _, vera) = await OpenAsync();
        foreach (var id in new[] { "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef0123456789abcde", "..%2F..%2Fsession", "%20" })
        {
            foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
                     {
                         (HttpMethod.Put, $"/api/stands/{stand}/enquiries/{id}", new EnquiryRequest { Question = "Na?" }), (HttpMethod.Put, $"/api/stands/{stand}/cards/{id}", new HandCardRequest()),
                         (HttpMethod.Delete, $"/api/me/stands/{stand}/enquiries/{id}", null), (HttpMethod.Delete, $"/api/me/stands/{stand}/cards/{id}", null),
                         (HttpMethod.Delete, $"/api/me/cards/given/{id}", null), (HttpMethod.Delete, $"/api/me/cards/received/{id}", null),
                     })
                Assert.Equal((HttpStatusCode.BadRequest, ErrorCode.Malformed), await vera.MayNotAsync(method, path, body));
            Assert.Equal(ErrorCode.StandUnknown, (await vera.MayNotAsync(HttpMethod.Delete, $"/api/me/stands/{id}/enquiries/{Leaving.NewId()}")).Code);
        }
    }

    [Fact]
    public async Task WhatIsTooLongIsRefusedWithItsLimitAndMarkupStaysWords()
    {
        var (stand, bea, vera) = await OpenAsync();
        using (var answer = await vera.SendAsync(HttpMethod.Put, $"/api/stands/{stand}/enquiries/{Leaving.NewId()}", new EnquiryRequest { Question = new('x', Enquiry.LongestQuestion + 1) }))
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Contains("\"field\":\"question\"", text, StringComparison.Ordinal);
            Assert.Contains("erlaubt sind 1000", text, StringComparison.Ordinal);
        }
        const string Markup = "<script>alert(1)</script>\u0000 '; DROP TABLE cards; --";
        await vera.AskQuestionAsync(stand, Markup);
        Assert.Equal("<script>alert(1)</script> '; DROP TABLE cards; --", Assert.Single((await bea.EnquiriesAsync(stand)).Enquiries).Question);
    }

    [Fact]
    public async Task HostsAndTheVisitorAreToldWhereverTheyAre()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        using var tom = await fair.HostAsync(bea, stand, "Tom", "staff");
        await using var owner = await fair.EnterAsync(bea, "Bea");
        await using var staff = await fair.EnterAsync(tom, "Tom");
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        await using var visitor = await fair.EnterAsync(vera, "Vera");
        var (beas, toms, veras) = (new News(owner), new News(staff), new News(visitor));
        var id = await vera.AskQuestionAsync(stand, "Was kostet das?");
        await beas.Hears(stand, "asked");
        await bea.AnswerQuestionAsync(stand, id, "Nichts.");
        await veras.Hears(stand, "answered");
        await vera.KeepCardAsync(new() { Name = "Vera Voss" });
        var card = await vera.HandCardAsync(stand, "name");
        await beas.Hears(stand, "handed");
        await vera.DoAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/cards/{card}");
        await beas.Hears(stand, "takenBack");
        Assert.Equal(["asked", "handed", "takenBack"], beas.Kinds);
        // Tom, who has to do with neither, was told nothing before what is for him
        await bea.AnswerQuestionAsync(stand, await tom.AskQuestionAsync(stand, "Wann ist Schluss?"), "Um sechs.");
        await toms.Hears(stand, "answered");
        Assert.Equal(["answered"], toms.Kinds);
    }
}

/// <summary>What somebody was told of questions and cards, in order.</summary>
sealed class News
{
    readonly Lock gate = new();
    readonly List<EnquiriesChangedEvent> told = [];
    readonly Person person;

    public News(Person person)
    {
        this.person = person;
        person.Connection.EnquiriesChanged += news => { lock (gate) told.Add(news); };
    }

    public string[] Kinds { get { lock (gate) return [.. told.Select(t => t.Kind)]; } }

    public Task Hears(string stand, string kind) =>
        person.WaitUntil(_ => { lock (gate) return told.Any(t => t.Stand == stand && t.Kind == kind && t.Name == "Stadt Soest"); }, $"one is told “{kind}”");
}
