using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>One's own card, and giving it: nothing is given before one has seen exactly what, and said yes to it.</summary>
sealed class CardErrands(HouseSite site, HubDesk hub, StandErrands stands, TextWords words)
{
    /// <summary>The fields of a card, by the names that the house has for them.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["name", "affiliation", "email", "telephone", "note"];

    /// <summary>What is given when nothing else was named; more than that is for the one who gives to choose.</summary>
    const string UsualField = "name";

    readonly Lock gate = new();
    ExchangedCardView[] listedGiven = [];

    /// <summary>The cards that one has given to people, as they were listed last.</summary>
    public IReadOnlyList<ExchangedCardView> Given { get { lock (gate) return listedGiven; } }

    /// <summary>The fields in which something stands, that one may give; none when the card cannot be had.</summary>
    public async Task<IReadOnlyList<string>> FilledAsync() =>
        await site.OwnCardAsync() is { Granted: true, Value.Card: { } card } ? [.. Fields.Where(field => Of(card, field).Length > 0)] : [];

    public async Task<Answer> ShowAsync()
    {
        var reply = await site.OwnCardAsync();
        if (reply is not { Granted: true, Value: { } own })
            return Answer.Refused(words, reply.Error);
        return Answer.Yes([words.Say("card.own") + ":", .. Lines(own.Card), .. own.Kept ? (string[])[] : [words.Say("text.cardNotKept")]]);
    }

    /// <summary>Writes one field anew; the others stay as they are.</summary>
    public async Task<Answer> WriteAsync(string field, string text)
    {
        var reply = await site.OwnCardAsync();
        if (reply is not { Granted: true, Value: { } own })
            return Answer.Refused(words, reply.Error);
        var card = new CardRequest { Name = own.Card.Name, Affiliation = own.Card.Affiliation, Email = own.Card.Email, Telephone = own.Card.Telephone, Note = own.Card.Note };
        var kept = await site.KeepCardAsync(field switch
        {
            "name" => card with { Name = text },
            "affiliation" => card with { Affiliation = text },
            "email" => card with { Email = text },
            "telephone" => card with { Telephone = text },
            _ => card with { Note = text },
        });
        return kept.Granted ? Answer.Yes(words.Say("card.kept")) : stands.Refused(kept);
    }

    /// <summary>Shows exactly what would be given, and the words to agree to.</summary>
    /// <param name="to">What the receiver is called.</param>
    /// <param name="toStand">It is a stand, and no person.</param>
    /// <param name="fields">Those that are to be given, and no others; none for the name alone.</param>
    public async Task<(CardPreviewView? Shown, Answer Answer)> PreviewAsync(string to, bool toStand, IReadOnlyList<string> fields)
    {
        var reply = await site.PreviewCardAsync(new() { Fields = fields.Count > 0 ? [.. fields] : [UsualField], To = toStand ? "stand" : "person" });
        if (reply is not { Granted: true, Value: { } shown })
            return (null, Answer.Refused(words, reply.Error));
        var agreement = TerminalText.Lines(words.IsGerman ? shown.German : shown.English).Where(line => line.Trim().Length > 0);
        return (shown, Answer.Yes([words.Say(toStand ? "card.exactlyToStand" : "card.exactlyToPerson", ("name", to)), .. Lines(shown.Card), .. agreement]));
    }

    /// <summary>The cards that one has got from others, and those that one has given to them, these numbered from 1 for whoever takes one back.</summary>
    public async Task<Answer> ListAsync()
    {
        var reply = await site.CardsAsync();
        if (reply is not { Granted: true, Value: { } cards })
            return Answer.Refused(words, reply.Error);
        lock (gate)
            listedGiven = cards.Given;
        List<string> lines = [];
        foreach (var card in cards.Received)
            lines.AddRange([words.Say("text.cardFrom", ("name", card.Name)), .. Lines(card.Handed.Card)]);
        foreach (var (card, index) in cards.Given.Select((card, index) => (card, index)))
            lines.AddRange([$"{index + 1}. {words.Say("text.cardTo", ("name", card.Name))}", .. Lines(card.Handed.Card)]);
        return Answer.Yes(lines.Count > 0 ? lines : [words.Say("text.noCards")]);
    }

    /// <summary>A card that one has given to somebody.</summary>
    /// <param name="number">Its place in the list of those that were given, from 1.</param>
    public async Task<Answer> TakeBackAsync(int number)
    {
        if (Given.Count == 0)
            await ListAsync();
        var given = Given;
        if (number < 1 || number > given.Count)
            return Answer.No(words.Say("text.noSuchNumber", ("number", number)));
        var reply = await site.TakeCardBackAsync(given[number - 1].Handed.Id);
        return reply.Granted ? Answer.Yes(words.Say("text.about", ("what", words.Say("card.tookBack")), ("name", given[number - 1].Name))) : stands.Refused(reply);
    }

    public async Task<Answer> HandAsync(StandView stand, CardPreviewView shown)
    {
        var reply = await site.HandCardAsync(stand.Id, HouseSite.NewAct(), shown);
        return reply.Granted ? Answer.Yes(words.Say("card.handed", ("name", stand.Name))) : stands.Refused(reply);
    }

    /// <summary>From the stand that is meant.</summary>
    public async Task<Answer> TakeBackAsync()
    {
        var (stand, refusal) = await stands.MeantAsync();
        if (stand is null)
            return refusal!;
        var left = await site.LeftAtAsync(stand.Id);
        if (left is not { Granted: true, Value: { } mine })
            return Answer.Refused(words, left.Error);
        if (mine.Card is not { } card)
            return Answer.No(words.Say("text.noCardThere", ("stand", stand.Name)));
        var reply = await site.TakeCardBackAsync(stand.Id, card.Id);
        return reply.Granted ? Answer.Yes(words.Say("card.tookBack")) : stands.Refused(reply);
    }

    /// <summary>Says yes to an exchange with somebody; both have to.</summary>
    public Task<Answer> OfferAsync(PersonView person, CardPreviewView shown) => hub.AskAsync(
        nameof(IHouseHub.OfferCard),
        new OfferCardRequest { Member = person.Member.Id, Id = HouseSite.NewAct(), Fields = shown.Fields, Wording = shown.Wording, Seal = shown.Seal },
        "text.cardOffered");

    public Task<Answer> DeclineAsync(PersonView person) =>
        hub.AskAsync(nameof(IHouseHub.DeclineCards), new DeclineCardsRequest { Member = person.Member.Id }, "text.cardsDeclined");

    /// <summary>What stands in each field, but for the empty ones.</summary>
    public IEnumerable<string> Lines(CardView card) => Fields.Where(field => Of(card, field).Length > 0)
        .Select(field => $"  {words.Say($"card.{field}")}: {TerminalText.Line(Of(card, field))}");

    static string Of(CardView card, string field) => field switch
    {
        "name" => card.Name,
        "affiliation" => card.Affiliation,
        "email" => card.Email,
        "telephone" => card.Telephone,
        _ => card.Note,
    };
}
