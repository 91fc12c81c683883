using Klapphaus.Contracts;

namespace Klapphaus.Server.House;

/// <summary>The part of the hub by which people exchange cards.</summary>
sealed partial class HouseHub
{
    public async Task<AskResult> OfferCard(OfferCardRequest request) => new() { Error = (int)await cards.OfferAsync(Me, request) };

    public async Task<AskResult> DeclineCards(DeclineCardsRequest request) => new() { Error = (int)await cards.DeclineAsync(Me, request) };
}
