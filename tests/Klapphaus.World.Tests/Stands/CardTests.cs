using System.Text.Json;
using CsCheck;
using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>Cards that are handed over, taken back and exchanged, and the bag.</summary>
public class CardTests
{
    const string Words = "2026-11";
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    static readonly Card vera = new() { Name = "Vera Voss", Affiliation = "Stadt Gera", Email = "vera@gera.de", Telephone = "0365 8380", Note = "Ruft gern an." };
    static readonly Card max = new() { Name = "Max Moll", Email = "max@moll.de" };

    readonly List<HandedCard> stored = [];
    readonly List<TakenBackCard> takenBack = [];

    CardBox Box => new(stored, takenBack);

    CardOutcome HandOver(string id, CardFields fields, string from = "vera", string wording = Words, int minute = 0)
    {
        var outcome = HandedCard.TryMake(new(id, from, fields, wording), vera, Words, noon.AddMinutes(minute), out var handed);
        Assert.Equal(outcome == CardOutcome.Done, handed is not null);
        return handed is null ? outcome : Box.Put(handed);
    }

    [Fact]
    public void ExactlyWhatWasNamedIsHandedOverWithTheConsent() => Gen.Int[1, 31].Sample(number =>
    {
        var fields = (CardFields)number;
        Assert.Equal(CardOutcome.Done, HandedCard.TryMake(new("c1", "vera", fields, Words), vera, Words, noon, out var handed));
        Assert.Equal(fields, handed!.Card.Filled);
        Assert.Equal(fields, handed.Fields);
        Assert.Equal((noon, Words, "vera"), (handed.Consent, handed.Wording, handed.From));
        Assert.Equal(fields.HasFlag(CardFields.Email) ? "vera@gera.de" : "", handed.Card.Email);
        Assert.Equal(vera, vera.Only(CardFields.All));
    });

    [Fact]
    public void WithoutAnyFieldOrWithAnEmptyOneOrOtherWordsNothingIsHandedOver()
    {
        Assert.Equal(CardOutcome.NothingNamed, HandOver("c1", CardFields.None));
        Assert.Equal(CardOutcome.NothingNamed, HandOver("c1", (CardFields)32));
        Assert.Equal(CardOutcome.FieldEmpty, HandedCard.TryMake(new("c1", "max", CardFields.Name | CardFields.Telephone, Words), max, Words, noon, out var handed));
        Assert.Null(handed);
        Assert.Equal(CardOutcome.WordingOutdated, HandOver("c1", CardFields.Name, wording: "2025-01"));
        Assert.Empty(stored);
    }

    [Fact]
    public void TheSameActSentTwiceIsOne()
    {
        HandOver("c1", CardFields.Name);
        Assert.Equal(CardOutcome.Done, HandOver("c1", CardFields.Name, minute: 5));
        Assert.Equal(noon, Assert.Single(stored).Consent);
        Assert.Equal(CardOutcome.Unknown, HandOver("c1", CardFields.Name, from: "max"));
    }

    [Fact]
    public void WhoHandsOverAnotherHasAgreedAnewAndTheFormerIsGone()
    {
        HandOver("c1", CardFields.Name | CardFields.Telephone);
        HandOver("c2", CardFields.Name | CardFields.Email, minute: 5);
        var card = Assert.Single(stored);
        Assert.Equal(("c2", noon.AddMinutes(5), ""), (card.Id, card.Consent, card.Card.Telephone));
        // whoever has taken the former along learns that it counts no more, and it does not come back by being late
        Assert.Equal(new TakenBackCard("c1", noon.AddMinutes(5)), Assert.Single(takenBack));
        Assert.Equal(CardOutcome.Unknown, HandOver("c1", CardFields.All, minute: 9));
    }

    [Fact]
    public void OfACardTakenBackNothingRemainsButThatOneWas()
    {
        HandOver("c1", CardFields.All);
        Assert.Equal(CardOutcome.Unknown, Box.TakeBack("c1", "max", noon));
        Assert.Equal(CardOutcome.Done, Box.TakeBack("c1", "vera", noon.AddDays(1)));
        Assert.Equal(CardOutcome.Done, Box.TakeBack("c1", "vera", noon.AddDays(2)));
        Assert.Equal(new TakenBackCard("c1", noon.AddDays(1)), Assert.Single(takenBack));
        var remains = JsonSerializer.Serialize(stored) + JsonSerializer.Serialize(takenBack);
        Assert.DoesNotContain("vera", remains, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(CardOutcome.Unknown, HandOver("c1", CardFields.All)); // sent late, it does not bring it back
        Assert.Equal(CardOutcome.Done, HandOver("c2", CardFields.Name));
    }

    [Fact]
    public void WhoHasACardMayThrowItAwayAndNothingIsTold()
    {
        HandOver("c1", CardFields.Name);
        Assert.True(Box.Discard("c1"));
        Assert.False(Box.Discard("c1"));
        Assert.Empty(stored);
        Assert.Empty(takenBack);
    }

    [Fact]
    public void AForgottenMemberHasTakenAllBack()
    {
        HandOver("c1", CardFields.Name);
        HandOver("c2", CardFields.Name, from: "max");
        Assert.Equal(1, Box.Forget("vera", noon));
        Assert.Equal(0, Box.Forget("vera", noon));
        Assert.Equal("max", Assert.Single(stored).From);
    }

    [Fact]
    public void ABoxHasItsLimitsAndLosesNoCardByThem()
    {
        for (var i = 0; i < CardBox.Most; i++) stored.Add(new($"c{i}", $"v{i}", vera, CardFields.All, noon, Words));
        Assert.Equal(CardOutcome.Full, HandOver("more", CardFields.Name));
        Assert.Equal(CardOutcome.Done, HandOver("again", CardFields.Name, from: "v7"));
        Assert.Equal(CardBox.Most, stored.Count);
        Assert.Equal("c7", Assert.Single(takenBack).Id);
        for (var i = 0; i < CardBox.MostTakenBack; i++) Box.TakeBack(i == 7 ? "again" : $"c{i}", $"v{i}", noon);
        Assert.Equal(CardBox.MostTakenBack, takenBack.Count);
        Assert.Equal("c0", takenBack[0].Id);
    }

    [Fact]
    public void ACardIsReadFieldByField()
    {
        List<StandFault> faults = [];
        Assert.Equal(vera, (vera with { Name = " Vera\nVoss ", Telephone = "0365 8380 " }).Read(faults));
        Assert.Equal(new Card(), new Card().Read(faults));
        Assert.Empty(faults);
        new Card { Name = new('x', 81), Affiliation = new('x', 121), Email = "vera", Telephone = "12", Note = new('x', 501) }.Read(faults);
        Assert.Equal(
            [
                ("name", StandFaultKind.TooLong), ("affiliation", StandFaultKind.TooLong), ("email", StandFaultKind.EmailUnusable),
                ("telephone", StandFaultKind.TelephoneUnusable), ("note", StandFaultKind.TooLong),
            ],
            faults.Select(f => (f.Field, f.Kind)));
    }

    [Fact]
    public void WhatIsWrittenOfACardInALogSaysNothingOfAnybody()
    {
        HandOver("c1", CardFields.All);
        Assert.Equal("c1", stored[0].ToString());
        Assert.DoesNotContain("Vera", vera.ToString());
    }

    [Fact]
    public void NeitherSeesACardBeforeBothHaveSaidYes()
    {
        var exchange = new CardExchange("vera", "max", noon);
        Assert.Equal(CardOutcome.Done, exchange.Agree(new("c1", "vera", CardFields.Name, Words), vera, Words, noon));
        Assert.Null(exchange.CardFor("max"));
        Assert.Null(exchange.CardFor("vera"));
        Assert.Equal(CardOutcome.Done, exchange.Agree(new("c2", "max", CardFields.Email, Words), max, Words, noon.AddMinutes(1)));
        Assert.True(exchange.IsAgreed);
        Assert.Equal(("c1", "Vera Voss", ""), (exchange.CardFor("max")!.Id, exchange.CardFor("max")!.Card.Name, exchange.CardFor("max")!.Card.Email));
        Assert.Equal(("c2", "", "max@moll.de"), (exchange.CardFor("vera")!.Id, exchange.CardFor("vera")!.Card.Name, exchange.CardFor("vera")!.Card.Email));
        Assert.Null(exchange.CardFor("eve"));
        Assert.False(exchange.IsOver(noon.AddDays(1)));
    }

    [Fact]
    public void WhoSaysNoEndsItAndNobodySeesAnything()
    {
        var exchange = new CardExchange("vera", "max", noon);
        exchange.Agree(new("c1", "vera", CardFields.Name, Words), vera, Words, noon);
        Assert.Equal(CardOutcome.Unknown, exchange.Refuse("eve"));
        Assert.Equal(CardOutcome.Done, exchange.Refuse("max"));
        Assert.True(exchange.IsOver(noon));
        Assert.Equal(CardOutcome.Over, exchange.Agree(new("c2", "max", CardFields.Name, Words), max, Words, noon));
        Assert.Null(exchange.CardFor("max"));
    }

    [Fact]
    public void WhoDoesNotAnswerInTimeHasNotSaidYes()
    {
        var exchange = new CardExchange("vera", "max", noon);
        exchange.Agree(new("c1", "vera", CardFields.Name, Words), vera, Words, noon);
        var late = noon + CardExchange.Patience;
        Assert.False(exchange.IsOver(late - TimeSpan.FromTicks(1)));
        Assert.Equal(CardOutcome.Over, exchange.Agree(new("c2", "max", CardFields.Name, Words), max, Words, late));
        Assert.False(exchange.IsAgreed);
    }

    [Fact]
    public void OneDoesNotSayYesForTheOther()
    {
        var exchange = new CardExchange("vera", "max", noon);
        exchange.Agree(new("c1", "vera", CardFields.Name, Words), vera, Words, noon);
        Assert.Equal(CardOutcome.Done, exchange.Agree(new("c2", "vera", CardFields.Email, Words), vera, Words, noon)); // said anew
        Assert.Equal(CardOutcome.Unknown, exchange.Agree(new("c3", "eve", CardFields.Name, Words), vera, Words, noon));
        Assert.Equal(CardOutcome.FieldEmpty, exchange.Agree(new("c4", "max", CardFields.Note, Words), max, Words, noon));
        Assert.False(exchange.IsAgreed);
        exchange.Agree(new("c5", "max", CardFields.Name, Words), max, Words, noon);
        Assert.Equal("c2", exchange.CardFor("max")!.Id);
        Assert.Equal(CardOutcome.Unknown, exchange.Refuse("vera")); // now it is taken back, not refused
        Assert.NotNull(exchange.CardFor("max"));
    }

    [Fact]
    public void AMaterialIsInTheBagOnce()
    {
        var items = new List<BagItem>();
        var bag = new Bag(items);
        Assert.Equal(BagOutcome.Done, bag.Put(new("altenburg", "m1", "Leitfaden", noon)));
        Assert.Equal(BagOutcome.Already, bag.Put(new("altenburg", "m1", "Leitfaden 2", noon.AddDays(1))));
        Assert.Equal(BagOutcome.Done, bag.Put(new("gera", "m1", "Leitfaden", noon)));
        Assert.Equal(new BagItem("altenburg", "m1", "Leitfaden", noon), items[0]);
        Assert.True(bag.Remove("altenburg", "m1"));
        Assert.False(bag.Remove("altenburg", "m1"));
        Assert.Equal(["gera"], bag.Items.Select(i => i.Stand));
        bag.Clear();
        Assert.Empty(items);
    }

    [Fact]
    public void AFullBagLosesNothing()
    {
        var bag = new Bag([]);
        for (var i = 0; i < Bag.Most; i++) bag.Put(new("altenburg", $"m{i}", "Blatt", noon));
        Assert.Equal(BagOutcome.Full, bag.Put(new("gera", "m1", "Blatt", noon)));
        Assert.Equal(BagOutcome.Already, bag.Put(new("altenburg", "m0", "Blatt", noon)));
        Assert.True(bag.Holds("altenburg", "m0"));
        Assert.Equal(Bag.Most, bag.Items.Count);
    }

    [Theory]
    [InlineData(ConsentWords.ForStands)]
    [InlineData(ConsentWords.ForPeople)]
    public void WhatSomebodyHasAgreedToCanBeReadBack(string version)
    {
        var (german, english) = ConsentWords.Of(version)!.Value;
        Assert.Contains("jederzeit zurücknehmen", german, StringComparison.Ordinal);
        Assert.Contains("at any time", english, StringComparison.Ordinal);
        Assert.Null(ConsentWords.Of(version + "x"));
    }
}
