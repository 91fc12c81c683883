using Klapphaus.Grains.Members;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>What a stand keeps of what visitors leave, for whom, and when it says that it has.</summary>
public class StandEnquiryTests(HouseCluster house)
{
    static readonly StandCaller olga = new("olga", "Olga", Roles.Organiser, []);
    static readonly StandCaller bea = new("bea", "Bea", Roles.Host, []);
    static readonly StandCaller tom = new("tom", "Tom", Roles.Host, []);
    static readonly StandCaller vera = new("vera", "Vera", Roles.Visitor, []);
    static readonly StandCaller max = new("max", "Max", Roles.Visitor, []);

    static readonly CardState card = new() { Name = "Vera Voss", Affiliation = "Stadt Gera", Email = "vera@gera.example", Telephone = "0365 8380" };

    static EnquiryDraft Question(string id, string text = "Was kostet das?") => new(id, text, CallBack.None, "");

    static CardConsentState Consent(string id, CardFields fields = CardFields.Name | CardFields.Email, string wording = ConsentWords.ForStands) =>
        new() { Id = id, Fields = fields, Wording = wording, Card = card };

    /// <summary>Bea's stand, shown to everybody; Tom looks after what visitors leave at it.</summary>
    async Task<(IStandGrain Stand, IStandEnquiryGrain Left)> OpenAsync()
    {
        var id = $"s{Guid.NewGuid():N}";
        var stand = house.Grains.GetGrain<IStandGrain>(id);
        Assert.Equal(ErrorCode.None, await stand.Create(olga, new("halle", $"stand-{Guid.NewGuid():N}")));
        var invitation = new InvitationState { Id = "i", Label = "Stand", Role = Roles.Host, Issued = TimeProvider.System.GetUtcNow(), Expires = DateTimeOffset.MaxValue, StandOwner = true };
        Assert.Equal(ErrorCode.None, await stand.Join("bea", "Bea", invitation));
        await stand.Edit(bea, [Write("name", "Stadt Soest"), Write("line", "Läden auf Zeit")]);
        Assert.Equal(ErrorCode.None, (await stand.Publish(bea, true)).Error);
        Assert.Equal(ErrorCode.None, await stand.NameHost(bea, "tom", "Tom", HostRights.Enquiries));
        return (stand, house.Grains.GetGrain<IStandEnquiryGrain>(id));
    }

    static FieldEdit Write(string field, string text) => new() { Field = field, Revision = 0, Value = new() { Text = text } };

    [Fact]
    public async Task AQuestionGoesToThoseWhoLookAfterItAndTheAnswerToWhoHasAsked()
    {
        var (_, left) = await OpenAsync();
        var asked = await left.Leave(vera, new("q1", " Was kostet das? ", CallBack.Telephone, " 0365 8380 "));
        Assert.Equal((ErrorCode.None, "Stadt Soest"), (asked.Error, asked.Stand));
        Assert.Equal(["bea", "tom"], asked.Tell.Order());
        Assert.Empty((await left.Leave(vera, Question("q1"))).Tell); // sent again
        var question = Assert.Single((await left.AllLeft(tom)).Enquiries);
        Assert.Equal(("Was kostet das?", "Vera", "vera", "0365 8380"), (question.Question, question.Name, question.Visitor, question.Reach));

        Assert.Equal(["vera"], (await left.Answer(tom, "q1", "Nichts.")).Tell);
        Assert.Equal(ErrorCode.EnquiryAnswered, (await left.Answer(bea, "q1", "Viel.")).Error);
        Assert.Empty((await left.Answer(tom, "q1", "Nichts.")).Tell);
        var own = Assert.Single((await left.LeftBy(vera)).Enquiries);
        Assert.Equal(("Nichts.", "tom"), (own.Answer, own.AnsweredBy));
        Assert.Empty((await left.LeftBy(max)).Enquiries);
    }

    [Fact]
    public async Task WhatIsWrongWithTheWordsIsSaidAndNothingKept()
    {
        var (_, left) = await OpenAsync();
        var refused = await left.Leave(vera, new("q1", new('x', 1001), CallBack.Email, "vera"));
        Assert.Equal((ErrorCode.EnquiryUnusable, "question reach"), (refused.Error, string.Join(' ', refused.Faults.Select(f => f.Field))));
        Assert.Empty((await left.AllLeft(bea)).Enquiries);
        await left.Leave(vera, Question("q1"));
        Assert.Equal("answer", Assert.Single((await left.Answer(bea, "q1", " ")).Faults).Field);
        Assert.Equal(ErrorCode.EnquiryUnknown, (await left.Answer(bea, "q2", "Nichts.")).Error);
    }

    [Fact]
    public async Task ExactlyWhatWasAgreedToIsKept()
    {
        var (_, left) = await OpenAsync();
        Assert.Equal(["bea", "tom"], (await left.Hand(vera, Consent("c1"))).Tell.Order());
        var kept = Assert.Single((await left.AllLeft(bea)).Cards);
        Assert.Equal(new CardState { Name = "Vera Voss", Email = "vera@gera.example" }, kept.Card);
        Assert.Equal((ConsentWords.ForStands, CardFields.Name | CardFields.Email), (kept.Wording, kept.Fields));
        Assert.Equal(ErrorCode.CardOutdated, (await left.Hand(vera, Consent("c2", wording: ConsentWords.ForPeople))).Error);
        Assert.Equal(ErrorCode.CardEmpty, (await left.Hand(vera, Consent("c2", CardFields.Note))).Error);
        Assert.Equal(ErrorCode.CardEmpty, (await left.Hand(vera, Consent("c2", CardFields.None))).Error);
        // another consent takes the place of the former
        await left.Hand(vera, Consent("c3", CardFields.Telephone));
        Assert.Equal(new CardState { Telephone = "0365 8380" }, Assert.Single((await left.AllLeft(bea)).Cards).Card);
    }

    [Fact]
    public async Task WhatCannotBeStoredHasNotHappened()
    {
        var (stand, left) = await OpenAsync();
        await left.Leave(vera, Question("q1"));
        await left.Hand(vera, Consent("c1"));
        using (ReluctantStorage.Refuse(stand))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => left.Leave(vera, Question("q2")));
            await Assert.ThrowsAnyAsync<Exception>(() => left.Answer(bea, "q1", "Nichts."));
            await Assert.ThrowsAnyAsync<Exception>(() => left.TakeBackEnquiry("vera", "q1"));
            await Assert.ThrowsAnyAsync<Exception>(() => left.Hand(vera, Consent("c2", CardFields.All & ~CardFields.Note)));
            await Assert.ThrowsAnyAsync<Exception>(() => left.TakeBackCard("vera", "c1"));
            await Assert.ThrowsAnyAsync<Exception>(() => stand.Erase("vera"));
        }
        var all = await left.AllLeft(bea);
        Assert.Equal(("q1", true), (Assert.Single(all.Enquiries).Id, all.Enquiries[0].Answered is null));
        Assert.Equal("c1", Assert.Single(all.Cards).Id);
        Assert.Empty(all.TakenBack);
        Assert.Equal(ErrorCode.None, (await left.Leave(vera, Question("q2"))).Error);
    }

    [Fact]
    public async Task WhatIsOnesOwnIsTakenBackAlsoWhenTheStandCannotBeSeen()
    {
        var (stand, left) = await OpenAsync();
        await left.Leave(vera, Question("q1"));
        await left.Hand(vera, Consent("c1"));
        await stand.Publish(bea, false);
        Assert.Equal(ErrorCode.StandUnknown, (await left.Leave(vera, Question("q2"))).Error);
        Assert.Equal(ErrorCode.StandUnknown, (await left.Hand(vera, Consent("c2"))).Error);
        Assert.Equal(ErrorCode.StandUnknown, (await left.LeftBy(max)).Error);
        Assert.Equal(("q1", "c1"), await left.LeftBy(vera) is var own ? (Assert.Single(own.Enquiries).Id, Assert.Single(own.Cards).Id) : default);
        Assert.Equal(ErrorCode.EnquiryUnknown, (await left.TakeBackEnquiry("max", "q1")).Error);
        Assert.Equal(ErrorCode.CardUnknown, (await left.TakeBackCard("max", "c1")).Error);
        Assert.Equal(["bea", "tom"], (await left.TakeBackEnquiry("vera", "q1")).Tell.Order());
        Assert.Equal(ErrorCode.None, (await left.TakeBackCard("vera", "c1")).Error);
        Assert.Equal(ErrorCode.StandUnknown, (await left.LeftBy(vera)).Error);
        var all = await left.AllLeft(bea);
        Assert.Equal((0, 0, "c1"), (all.Enquiries.Length, all.Cards.Length, Assert.Single(all.TakenBack).Id));
    }

    [Fact]
    public async Task WhoIsForgottenHasLeftNothingAndAnsweredNothing()
    {
        var (stand, left) = await OpenAsync();
        await left.Leave(vera, Question("q1"));
        await left.Leave(max, Question("q2"));
        await left.Hand(vera, Consent("c1"));
        await left.Answer(tom, "q2", "Nichts.");
        await stand.Erase("vera");
        await stand.Erase("tom");
        var all = await left.AllLeft(bea);
        Assert.Equal(("q2", "-", "Nichts."), Assert.Single(all.Enquiries) is var rest ? (rest.Id, rest.AnsweredBy, rest.Answer) : default);
        Assert.Empty(all.Cards);
        Assert.Equal("c1", Assert.Single(all.TakenBack).Id);
    }

    [Fact]
    public async Task WhatIsNoStandTakesNothing()
    {
        var left = house.Grains.GetGrain<IStandEnquiryGrain>($"s{Guid.NewGuid():N}");
        Assert.Equal(ErrorCode.StandUnknown, (await left.Leave(vera, Question("q1"))).Error);
        Assert.Equal(ErrorCode.StandUnknown, (await left.Hand(vera, Consent("c1"))).Error);
        Assert.Equal(ErrorCode.StandUnknown, (await left.TakeBackEnquiry("vera", "q1")).Error);
        Assert.Equal(ErrorCode.StandUnknown, (await left.TakeBackCard("vera", "c1")).Error);
        Assert.Equal(ErrorCode.StandUnknown, (await left.AllLeft(olga)).Error);
        Assert.Equal(ErrorCode.StandUnknown, (await left.LeftBy(vera)).Error);
    }
}
