namespace Klapphaus.Contracts;

/// <summary>How two people exchange cards. What one has got is in <c>GET /api/me</c>.</summary>
public interface ICardHub
{
    /// <summary>
    /// Says yes to giving one's card to somebody in exchange for theirs. Who says so first has to be in one conversation with them; nothing is handed over before
    /// both have said yes.
    /// </summary>
    Task<AskResult> OfferCard(OfferCardRequest request);

    /// <summary>Says no to an exchange, or no longer wants to.</summary>
    Task<AskResult> DeclineCards(DeclineCardsRequest request);
}
