namespace Klapphaus.World.Stands;

/// <summary>A card that a member has handed over by their own act.</summary>
/// <param name="Id">Random, and known to who handed it over.</param>
/// <param name="From">Id of the member.</param>
/// <param name="Card">The named fields and nothing else.</param>
/// <param name="Fields">Which were named.</param>
/// <param name="Consent">The moment in which they agreed.</param>
/// <param name="Wording">Version of the words that they agreed to.</param>
public sealed record HandedCard(string Id, string From, Card Card, CardFields Fields, DateTimeOffset Consent, string Wording)
{
    /// <summary>Makes the card that is handed over, of exactly what was named and agreed to.</summary>
    /// <param name="consent">What the member has agreed to.</param>
    /// <param name="card">All of the member's card.</param>
    /// <param name="wording">Version of the words that the house has now.</param>
    /// <param name="now">The moment.</param>
    /// <param name="handed">The card; null when it is not to be.</param>
    public static CardOutcome TryMake(CardConsent consent, Card card, string wording, DateTimeOffset now, out HandedCard? handed)
    {
        handed = null;
        var fields = consent.Fields & CardFields.All;
        if (fields == CardFields.None) return CardOutcome.NothingNamed;
        if ((card.Filled & fields) != fields) return CardOutcome.FieldEmpty;
        if (consent.Wording != wording) return CardOutcome.WordingOutdated;
        handed = new(consent.Id, consent.From, card.Only(fields), fields, now, wording);
        return CardOutcome.Done;
    }

    /// <summary>As it is written when a call fails: without whose it is.</summary>
    public override string ToString() => Id;
}
