using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Conversations;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Two people in a conversation exchange their cards, and only when both say yes.</summary>
public sealed class ExchangeTests(TalkingHouse shared) : IClassFixture<TalkingHouse>
{
    readonly TestHouse house = shared.Open;

    /// <summary>Somebody in the room, with a card and a browser of the same member.</summary>
    sealed record Guest(Person Person, Browser Browser, Exchanges News) : IAsyncDisposable
    {
        public string Id => Person.Id;

        public async Task<ErrorCode> OfferAsync(Guest other, string id, params string[] fields)
        {
            var shown = await Browser.PreviewAsync("person", fields);
            return await Person.Connection.AskAsync(
                nameof(IHouseHub.OfferCard), new OfferCardRequest { Member = other.Id, Id = id, Fields = shown.Fields, Wording = shown.Wording, Seal = shown.Seal });
        }

        public Task<ErrorCode> DeclineAsync(Guest other) => Person.Connection.AskAsync(nameof(IHouseHub.DeclineCards), new DeclineCardsRequest { Member = other.Id });

        public async ValueTask DisposeAsync()
        {
            Browser.Dispose();
            await Person.DisposeAsync();
        }
    }

    async Task<Guest> ComeAsync(string name, CardRequest card)
    {
        var person = await house.Enter(name, "saal");
        var browser = new Browser(house.Address);
        browser.Http.DefaultRequestHeaders.Authorization = new("Bearer", person.Connection.Token);
        await browser.KeepCardAsync(card);
        return new(person, browser, new(person));
    }

    Task<Guest> VeraAsync() => ComeAsync("Vera", new() { Name = "Vera Voss", Email = "vera@gera.example" });

    Task<Guest> MaxAsync() => ComeAsync("Max", new() { Name = "Max Moll", Telephone = "0365 8380" });

    static async Task TalkAsync(Guest vera, Guest max)
    {
        await max.Person.WalkTo(4.5, 2.5);
        await vera.Person.WalkTo(3, 2.5);
        await vera.Person.TalksWith(max.Person);
        await max.Person.TalksWith(vera.Person);
    }

    [Fact]
    public async Task BothSayYesAndEachHasTheOthersCard()
    {
        await using var vera = await VeraAsync();
        await using var max = await MaxAsync();
        await TalkAsync(vera, max);
        var (veras, maxs) = (Leaving.NewId(), Leaving.NewId());
        Assert.Equal(ErrorCode.None, await vera.OfferAsync(max, veras, "name", "email"));
        var asked = await max.News.Hears("asked");
        Assert.Equal((vera.Id, "Vera", null), (asked.Member, asked.Name, asked.Card));
        Assert.InRange(asked.Until - TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), 1, 600_000);
        Assert.Empty((await max.Browser.CardsAsync()).Received);

        Assert.Equal(ErrorCode.None, await max.OfferAsync(vera, maxs, "name"));
        Assert.Equal(new CardView { Name = "Max Moll" }, (await vera.News.Hears("agreed")).Card);
        Assert.Equal(new CardView { Name = "Vera Voss", Email = "vera@gera.example" }, (await max.News.Hears("agreed")).Card);
        var (of, to) = (Assert.Single((await max.Browser.CardsAsync()).Received), Assert.Single((await vera.Browser.CardsAsync()).Given));
        Assert.Equal((vera.Id, "Vera", veras, "Vera Voss"), (of.Member, of.Name, of.Handed.Id, of.Handed.Card.Name));
        Assert.Equal((max.Id, "Max", veras, of.Handed.Consent), (to.Member, to.Name, to.Handed.Id, to.Handed.Consent));

        // the one takes theirs back, the other throws away what they have got
        await vera.Browser.DoAsync(HttpMethod.Delete, $"/api/me/cards/given/{veras}");
        var left = await max.Browser.CardsAsync();
        Assert.Equal((0, veras, 1), (left.Received.Length, Assert.Single(left.TakenBack).Id, left.Given.Length));
        Assert.Empty((await vera.Browser.CardsAsync()).Given);
        Assert.Equal(ErrorCode.CardUnknown, (await max.Browser.MayNotAsync(HttpMethod.Delete, $"/api/me/cards/given/{veras}")).Code);
        await vera.Browser.DoAsync(HttpMethod.Delete, $"/api/me/cards/received/{maxs}");
        Assert.Empty((await vera.Browser.CardsAsync()).Received);
        Assert.Empty((await max.Browser.CardsAsync()).Given); // nobody has anything of his any more
    }

    [Fact]
    public async Task WhoIsNotInTheConversationIsNotAsked()
    {
        await using var vera = await VeraAsync();
        await using var max = await MaxAsync();
        await max.Person.WalkTo(17, 6);
        await vera.Person.WalkTo(3, 2.5);
        Assert.Equal(ErrorCode.NotInConversation, await vera.OfferAsync(max, Leaving.NewId(), "name"));
        Assert.Equal(ErrorCode.PersonUnknown, await vera.OfferAsync(vera, Leaving.NewId(), "name"));
        Assert.Equal(ErrorCode.ExchangeOver, await max.DeclineAsync(vera));
        await vera.Person.Connection.LeaveAsync();
        Assert.Equal(ErrorCode.NotInRoom, await vera.OfferAsync(max, Leaving.NewId(), "name"));
        Assert.Empty(max.News.States);
    }

    [Fact]
    public async Task ANoIsToldAndNobodyGetsAnything()
    {
        await using var vera = await VeraAsync();
        await using var max = await MaxAsync();
        await TalkAsync(vera, max);
        await vera.OfferAsync(max, Leaving.NewId(), "name");
        await max.News.Hears("asked");
        Assert.Equal(ErrorCode.None, await max.DeclineAsync(vera));
        Assert.Equal((max.Id, "Max"), await vera.News.Hears("declined") is var no ? (no.Member, no.Name) : default);
        Assert.Equal(ErrorCode.ExchangeOver, await max.DeclineAsync(vera));
        Assert.Empty((await vera.Browser.CardsAsync()).Received);
        Assert.Empty((await max.Browser.CardsAsync()).Received);
    }

    [Fact]
    public async Task WhatIsNoConsentIsNone()
    {
        await using var vera = await VeraAsync();
        await using var max = await MaxAsync();
        await TalkAsync(vera, max);
        var shown = await vera.Browser.PreviewAsync("person", "name");
        var right = new OfferCardRequest { Member = max.Id, Id = Leaving.NewId(), Fields = shown.Fields, Wording = shown.Wording, Seal = shown.Seal };
        var forStands = await vera.Browser.PreviewAsync("stand", "name");
        foreach (var (wrong, why) in new[]
                 {
                     (right with { Id = "x" }, ErrorCode.Malformed), (right with { Id = null! }, ErrorCode.Malformed), (right with { Fields = ["nichts"] }, ErrorCode.Malformed),
                     (right with { Fields = null! }, ErrorCode.CardEmpty), (right with { Fields = ["telephone"] }, ErrorCode.CardEmpty), (right with { Fields = ["email"] }, ErrorCode.CardOutdated),
                     (right with { Wording = null! }, ErrorCode.Malformed), (right with { Seal = new string('0', 22) }, ErrorCode.CardOutdated),
                     (right with { Wording = forStands.Wording, Seal = forStands.Seal }, ErrorCode.CardOutdated), (right with { Member = "nobody" }, ErrorCode.PersonUnknown),
                     (right with { Member = "a|b" }, ErrorCode.PersonUnknown), (right with { Member = null! }, ErrorCode.PersonUnknown), (right with { Member = new string('x', 65) }, ErrorCode.PersonUnknown),
                 })
            Assert.Equal(why, await vera.Person.Connection.AskAsync(nameof(IHouseHub.OfferCard), wrong));
        Assert.Equal(ErrorCode.PersonUnknown, await vera.Person.Connection.AskAsync(nameof(IHouseHub.DeclineCards), new DeclineCardsRequest { Member = null! }));
        Assert.Equal(ErrorCode.None, await vera.Person.Connection.AskAsync(nameof(IHouseHub.OfferCard), right));
        await max.News.Hears("asked");
        Assert.Equal(["asked"], max.News.States);
    }

    [Fact]
    public async Task WhoIsErasedIsInNobodysList()
    {
        await using var vera = await VeraAsync();
        await using var max = await MaxAsync();
        await TalkAsync(vera, max);
        await vera.OfferAsync(max, Leaving.NewId(), "name", "email");
        await max.OfferAsync(vera, Leaving.NewId(), "name");
        await max.News.Hears("agreed");
        var data = await vera.Browser.AskAsync<MyDataView>(HttpMethod.Get, "/api/me");
        Assert.Equal(("Vera Voss", "Max Moll", "Vera Voss"), (data.Cards.Own!.Name, Assert.Single(data.Cards.Received).Handed.Card.Name, Assert.Single(data.Cards.Given).Handed.Card.Name));
        using (var erased = await vera.Browser.SendAsync(HttpMethod.Delete, "/api/me")) Assert.True(erased.IsSuccessStatusCode);
        var left = await max.Browser.CardsAsync();
        Assert.Equal((0, 0, 1), (left.Received.Length, left.Given.Length, left.TakenBack.Length));
        using var raw = await max.Browser.SendAsync(HttpMethod.Get, "/api/me");
        Assert.DoesNotContain("Vera", await raw.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await max.Person.Misses(vera.Person); // or the next Vera in this room would have a number
    }
}

/// <summary>What somebody was told of exchanges, in order.</summary>
sealed class Exchanges
{
    readonly Lock gate = new();
    readonly List<ExchangeChangedEvent> told = [];
    readonly Person person;

    public Exchanges(Person person)
    {
        this.person = person;
        person.Connection.ExchangeChanged += news => { lock (gate) told.Add(news); };
    }

    public string[] States { get { lock (gate) return [.. told.Select(t => t.State)]; } }

    public async Task<ExchangeChangedEvent> Hears(string state)
    {
        ExchangeChangedEvent? found = null;
        await person.WaitUntil(_ => { lock (gate) return (found = told.Find(t => t.State == state)) is not null; }, $"one is told “{state}”");
        return found!;
    }
}
