using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>Two people exchange cards: nothing before both have said yes, and to both or to none.</summary>
public class ExchangeTests(HouseCluster house)
{
    const CardFields NameAndMail = CardFields.Name | CardFields.Email;

    static readonly TalkPartner talking = new() { Own = "Vera", Name = "Max" };
    static readonly TalkPartner talkingBack = new() { Own = "Max", Name = "Vera" };
    static readonly TalkPartner gone = new() { Error = ErrorCode.NotInConversation };

    /// <summary>Two people whom nobody has met yet, each with a card.</summary>
    sealed record Pair(HouseCluster House)
    {
        public string Vera { get; } = $"vera{Guid.NewGuid():N}";
        public string Max { get; } = $"max{Guid.NewGuid():N}";
        public ICardGrain Veras => House.Grains.GetGrain<ICardGrain>(Vera);
        public ICardGrain Maxs => House.Grains.GetGrain<ICardGrain>(Max);
        public IExchangeGrain Exchange => House.Grains.GetGrain<IExchangeGrain>(Klapphaus.Grains.Stands.Exchange.KeyOf(Vera, Max));

        public async Task<ExchangeAnswer> AgreeAsync(string member, string id, CardFields fields, TalkPartner partner)
        {
            var own = (await House.Grains.GetGrain<ICardGrain>(member).All()).Own ?? new();
            return await Exchange.Agree(member, new() { Id = id, Fields = fields, Wording = ConsentWords.ForPeople, Card = own }, partner);
        }
    }

    async Task<Pair> MeetAsync()
    {
        var pair = new Pair(house);
        Assert.Equal(ErrorCode.None, (await pair.Veras.Keep(new() { Name = "Vera Voss", Email = "vera@gera.example", Telephone = "0365 8380" })).Error);
        Assert.Equal(ErrorCode.None, (await pair.Maxs.Keep(new() { Name = "Max Moll", Email = "max@moll.example" })).Error);
        return pair;
    }

    [Fact]
    public async Task EachGetsExactlyWhatTheOtherHasNamedWhenBothHaveSaidYes()
    {
        var pair = await MeetAsync();
        var asked = await pair.AgreeAsync(pair.Vera, "c1", NameAndMail, talking);
        Assert.Equal((ErrorCode.None, null, "Vera", "Max"), (asked.Error, asked.Received, asked.Own, asked.Name));
        Assert.Empty((await pair.Maxs.All()).Received);
        // the one who is asked may have walked on meanwhile
        var agreed = await pair.AgreeAsync(pair.Max, "c2", CardFields.Name, gone);
        Assert.Equal((ErrorCode.None, "Max", "Vera"), (agreed.Error, agreed.Own, agreed.Name));
        Assert.Equal(new CardState { Name = "Vera Voss", Email = "vera@gera.example" }, agreed.Received);
        Assert.Equal(new CardState { Name = "Max Moll" }, agreed.Given);
        var (veras, maxs) = (await pair.Veras.All(), await pair.Maxs.All());
        Assert.Equal(("c2", "Max", pair.Max), Assert.Single(veras.Received) is var got ? (got.Handed.Id, got.Name, got.Handed.From) : default);
        Assert.Equal(("c1", "Max", pair.Max), Assert.Single(veras.Given) is var gave ? (gave.Handed.Id, gave.Name, gave.To) : default);
        Assert.Equal(("c1", "Vera"), Assert.Single(maxs.Received) is var his ? (his.Handed.Id, his.Name) : default);
        Assert.Equal(ConsentWords.ForPeople, maxs.Received[0].Handed.Wording);
        // sent again, also much later, it is one act, and shows nobody's card again
        foreach (var (who, id) in new[] { (pair.Max, "c2"), (pair.Vera, "c1") })
            Assert.Equal((ErrorCode.None, true, null), await pair.AgreeAsync(who, id, CardFields.Name, gone) is var again ? (again.Error, again.Repeated, again.Received) : default);
        Assert.Single((await pair.Maxs.All()).Received);
    }

    [Fact]
    public async Task WhoIsNotInTheConversationBeginsNothing()
    {
        var pair = await MeetAsync();
        Assert.Equal(ErrorCode.NotInConversation, (await pair.AgreeAsync(pair.Vera, "c1", CardFields.Name, gone)).Error);
        Assert.Equal(ErrorCode.ExchangeOver, (await pair.Exchange.Refuse(pair.Vera)).Error);
        await pair.AgreeAsync(pair.Vera, "c1", CardFields.Name, talking);
        await pair.AgreeAsync(pair.Max, "c2", CardFields.Name, talkingBack);
        // what is done is done; another one is begun anew
        Assert.Equal(ErrorCode.NotInConversation, (await pair.AgreeAsync(pair.Max, "c3", CardFields.Email, gone)).Error);
        Assert.Null((await pair.AgreeAsync(pair.Max, "c3", CardFields.Email, talkingBack)).Received);
        Assert.Equal("c2", Assert.Single((await pair.Veras.All()).Received).Handed.Id);
    }

    [Fact]
    public async Task ANoEndsItAndNobodyGetsAnything()
    {
        var pair = await MeetAsync();
        await pair.AgreeAsync(pair.Vera, "c1", NameAndMail, talking);
        Assert.Equal(("Max", "Vera"), await pair.Exchange.Refuse(pair.Max) is var no ? (no.Own, no.Name) : default);
        Assert.Null((await pair.AgreeAsync(pair.Max, "c2", CardFields.Name, talkingBack)).Received); // he is the one who begins now
        Assert.Equal(ErrorCode.None, (await pair.Exchange.Refuse(pair.Max)).Error);
        Assert.Empty((await pair.Veras.All()).Received);
        Assert.Empty((await pair.Maxs.All()).Received);
    }

    [Fact]
    public async Task OneDoesNotAgreeTwiceForTwo()
    {
        var pair = await MeetAsync();
        await pair.AgreeAsync(pair.Vera, "c1", CardFields.Name, talking);
        Assert.Null((await pair.AgreeAsync(pair.Vera, "c2", CardFields.Email, talking)).Received);
        Assert.Equal(ErrorCode.CardEmpty, (await pair.AgreeAsync(pair.Max, "c3", CardFields.Note, talkingBack)).Error);
        Assert.Empty((await pair.Maxs.All()).Received);
        Assert.Equal(new CardState { Email = "vera@gera.example" }, (await pair.AgreeAsync(pair.Max, "c4", CardFields.Name, talkingBack)).Received);
    }

    [Fact]
    public async Task WhereAStoreFailsNothingIsConfirmedAndItIsMadeGoodByAnotherYes()
    {
        var pair = await MeetAsync();
        await pair.AgreeAsync(pair.Vera, "c1", CardFields.Name, talking);
        using (ReluctantStorage.Refuse(pair.Maxs))
            await Assert.ThrowsAnyAsync<Exception>(() => pair.AgreeAsync(pair.Max, "c2", CardFields.Name, talkingBack));
        Assert.Empty((await pair.Maxs.All()).Received);
        Assert.NotNull((await pair.AgreeAsync(pair.Max, "c2", CardFields.Name, talkingBack)).Received);
        Assert.Equal("c1", Assert.Single((await pair.Maxs.All()).Received).Handed.Id);
        Assert.Equal("c2", Assert.Single((await pair.Veras.All()).Received).Handed.Id);
    }

    [Fact]
    public async Task WhereAStoreHasFailedANoTakesEverythingBack()
    {
        var pair = await MeetAsync();
        await pair.AgreeAsync(pair.Vera, "c1", CardFields.Name, talking);
        using (ReluctantStorage.Refuse(pair.Maxs))
            await Assert.ThrowsAnyAsync<Exception>(() => pair.AgreeAsync(pair.Max, "c2", CardFields.Name, talkingBack));
        // whoever has given something knows it, whatever has come of it
        Assert.Equal("c1", Assert.Single((await pair.Veras.All()).Given).Handed.Id);
        Assert.Equal(ErrorCode.None, (await pair.Exchange.Refuse(pair.Max)).Error);
        foreach (var cards in new[] { await pair.Veras.All(), await pair.Maxs.All() }) Assert.Equal((0, 0), (cards.Given.Length, cards.Received.Length));
    }

    [Fact]
    public async Task WhoIsBlockedGetsNothingAndAsksInVain()
    {
        var pair = await MeetAsync();
        var blocked = new TalkPartner { Error = ErrorCode.NotAllowed };
        await pair.AgreeAsync(pair.Vera, "c1", CardFields.Name, talking);
        Assert.True((await pair.AgreeAsync(pair.Vera, "c1", CardFields.Name, talking)).Repeated);
        Assert.Equal(ErrorCode.NotAllowed, (await pair.AgreeAsync(pair.Max, "c2", CardFields.Name, blocked)).Error);
        Assert.Equal(ErrorCode.NotAllowed, (await pair.AgreeAsync(pair.Vera, "c3", CardFields.Name, blocked)).Error);
        Assert.Equal(ErrorCode.NotInConversation, (await pair.AgreeAsync(pair.Vera, "c4", CardFields.Name, gone)).Error); // nor is anybody asked who has gone
        Assert.Empty((await pair.Veras.All()).Received);
    }

    [Fact]
    public async Task WhoIsForgottenAfterTheirYesGivesNothing()
    {
        var pair = await MeetAsync();
        await pair.AgreeAsync(pair.Vera, "c1", CardFields.Name, talking);
        await pair.Veras.Erase();
        Assert.Equal(ErrorCode.ExchangeOver, (await pair.AgreeAsync(pair.Max, "c2", CardFields.Name, talkingBack)).Error);
        Assert.Empty((await pair.Maxs.All()).Received);
        Assert.Empty((await pair.Veras.All()).Received);
    }

    [Fact]
    public async Task ACardIsTakenBackThrownAwayAndForgotten()
    {
        var pair = await MeetAsync();
        await pair.AgreeAsync(pair.Vera, "c1", CardFields.Name, talking);
        await pair.AgreeAsync(pair.Max, "c2", CardFields.Name, talkingBack);
        Assert.Equal(ErrorCode.CardUnknown, await pair.Maxs.TakeBack("c1", pair.Max));
        Assert.Equal(ErrorCode.None, await pair.Maxs.TakeBack("c1", pair.Vera));
        await pair.Veras.ForgetGiven("c1");
        var maxs = await pair.Maxs.All();
        Assert.Equal((0, "c1"), (maxs.Received.Length, Assert.Single(maxs.TakenBack).Id));
        Assert.Equal(pair.Max, await pair.Veras.Discard("c2"));
        Assert.Null(await pair.Veras.Discard("c2"));
        await pair.Maxs.ForgetMember(pair.Vera);
        Assert.Empty((await pair.Maxs.All()).Given);
    }

    [Fact]
    public async Task AnOwnCardIsReadBeforeItIsKeptAndAFailedWriteChangesNothing()
    {
        var grain = house.Grains.GetGrain<ICardGrain>(Guid.NewGuid().ToString("N"));
        Assert.Null((await grain.All()).Own);
        Assert.Equal(new CardState { Name = "Vera Voss" }, (await grain.Keep(new() { Name = "  Vera\nVoss " })).Card);
        var refused = await grain.Keep(new() { Name = new('x', 81), Email = "vera", Telephone = "12" });
        Assert.Equal((ErrorCode.CardUnusable, "name email telephone"), (refused.Error, string.Join(' ', refused.Faults.Select(f => f.Field))));
        using (ReluctantStorage.Refuse(grain)) await Assert.ThrowsAnyAsync<Exception>(() => grain.Keep(new() { Name = "Vera" }));
        Assert.Equal("Vera Voss", (await grain.All()).Own!.Name);
        await grain.Erase();
        Assert.Null((await grain.All()).Own);
    }
}
