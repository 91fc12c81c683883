namespace Klapphaus.Grains.Stands;

/// <summary>A member's cards; the key is the member's id. Calls no other grain. What is confirmed is stored.</summary>
[Alias("Klapphaus.ICardGrain")]
public interface ICardGrain : IGrainWithStringKey
{
    /// <summary>Everything that is kept here.</summary>
    [Alias("All")]
    Task<CardsKept> All();

    /// <summary>Writes the member's own card anew. What was handed over stays as it was.</summary>
    [Alias("Keep")]
    Task<CardKept> Keep(CardState card);

    /// <summary>Whether there is a card to give to this member, and a place for theirs.</summary>
    [Alias("MayExchange")]
    Task<ErrorCode> MayExchange(string with);

    /// <summary>Both have said yes: this member's card goes to another.</summary>
    [Alias("Give")]
    Task<ErrorCode> Give(GivenCardState given);

    /// <summary>Both have said yes, and the other knows what it gives: its card is here.</summary>
    [Alias("Receive")]
    Task<ErrorCode> Receive(ReceivedCardState received);

    /// <summary>Who has given a card that is kept here takes it back.</summary>
    [Alias("TakeBack")]
    Task<ErrorCode> TakeBack(string card, string from);

    /// <summary>The member has taken a card back from who had it; it was given to nobody any more.</summary>
    [Alias("ForgetGiven")]
    Task ForgetGiven(string card);

    /// <summary>The member throws away a card that it has got.</summary>
    /// <returns>Id of whose card it was; null when it was not there.</returns>
    [Alias("Discard")]
    Task<string?> Discard(string card);

    /// <summary>Another member is forgotten: their card here, and that they had one of this member's.</summary>
    [Alias("ForgetMember")]
    Task ForgetMember(string other);

    /// <summary>The member is forgotten.</summary>
    [Alias("Erase")]
    Task Erase();
}
