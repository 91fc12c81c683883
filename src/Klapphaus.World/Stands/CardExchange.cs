namespace Klapphaus.World.Stands;

/// <summary>Two members exchange cards. Neither sees anything of the other's before both have said yes.</summary>
/// <param name="first">Id of the one who has begun it.</param>
/// <param name="second">Id of the other.</param>
/// <param name="begun">When.</param>
public sealed class CardExchange(string first, string second, DateTimeOffset begun)
{
    /// <summary>So long the other may think it over.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    HandedCard? ofFirst;
    HandedCard? ofSecond;
    bool refused;

    public string First => first;

    public string Second => second;

    /// <summary>Both have said yes.</summary>
    public bool IsAgreed => ofFirst is not null && ofSecond is not null;

    /// <summary>Whether it has come to nothing.</summary>
    public bool IsOver(DateTimeOffset now) => !IsAgreed && (refused || now >= begun + Patience);

    /// <summary>One of them says yes, and to what. Until the other has, it can be said anew.</summary>
    /// <param name="consent">What they agree to.</param>
    /// <param name="card">All of their card.</param>
    /// <param name="wording">Version of the words that the house has now.</param>
    /// <param name="now">The moment.</param>
    public CardOutcome Agree(CardConsent consent, Card card, string wording, DateTimeOffset now)
    {
        if (consent.From != first && consent.From != second) return CardOutcome.Unknown;
        if (IsAgreed) return CardOutcome.Done;
        if (IsOver(now)) return Forget();
        var outcome = HandedCard.TryMake(consent, card, wording, now, out var handed);
        if (outcome != CardOutcome.Done) return outcome;
        if (consent.From == first) ofFirst = handed;
        else ofSecond = handed;
        return CardOutcome.Done;
    }

    /// <summary>One of them says no, or no longer wants to. Once both have said yes, each takes their own card back from the other's box instead.</summary>
    public CardOutcome Refuse(string member)
    {
        if (member != first && member != second || IsAgreed) return CardOutcome.Unknown;
        refused = true;
        Forget();
        return CardOutcome.Done;
    }

    /// <summary>The other's card; null as long as not both have said yes.</summary>
    public HandedCard? CardFor(string member) => !IsAgreed ? null : member == first ? ofSecond : member == second ? ofFirst : null;

    /// <summary>What one of them had named goes unseen.</summary>
    CardOutcome Forget()
    {
        (ofFirst, ofSecond) = (null, null);
        return CardOutcome.Over;
    }
}
