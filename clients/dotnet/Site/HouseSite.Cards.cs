using Klapphaus.Contracts;

namespace Klapphaus.Client;

// One's own card, and to whom one has given it.
public sealed partial class HouseSite
{
    /// <summary>One's own card; as long as one has kept none, what it could begin with.</summary>
    public Task<Reply<OwnCardView>> OwnCardAsync(CancellationToken cancellation = default) => line.ReadAsync<OwnCardView>("/api/me/card", cancellation);

    /// <summary>One's cards, those that one has got, and what one has left at stands.</summary>
    public Task<Reply<CardsView>> CardsAsync(CancellationToken cancellation = default) => line.ReadAsync<CardsView>("/api/me/cards", cancellation);

    /// <summary>Writes one's card anew. What was handed over stays as it was.</summary>
    /// <returns>With a refusal also what is wrong with which field.</returns>
    public Task<Reply<RefusalView>> KeepCardAsync(CardRequest card, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Put, "/api/me/card", card, cancellation);

    /// <summary>Exactly what would be handed over, and the words to agree to. Hands over nothing.</summary>
    public Task<Reply<CardPreviewView>> PreviewCardAsync(CardPreviewRequest request, CancellationToken cancellation = default) =>
        line.AskAsync<CardPreviewView>(HttpMethod.Post, "/api/me/card/preview", request, cancellation);

    /// <summary>Hands one's card over to a stand, exactly as <see cref="PreviewCardAsync"/> has shown it. A former one is gone.</summary>
    /// <param name="stand">Id of the stand.</param>
    /// <param name="act">Of this card (<see cref="NewAct"/>); by it the card is taken back.</param>
    /// <param name="shown">What was shown, and agreed to.</param>
    /// <param name="cancellation">To give up earlier.</param>
    public Task<Reply<RefusalView>> HandCardAsync(string stand, string act, CardPreviewView shown, CancellationToken cancellation = default)
    {
        var yes = new HandCardRequest { Fields = shown.Fields, Wording = shown.Wording, Seal = shown.Seal };
        return line.DoAsync(HttpMethod.Put, $"/api/stands/{Segment(stand)}/cards/{Segment(act)}", yes, cancellation);
    }

    /// <summary>Takes a card back that one has given to a stand, whether one may still see it or not.</summary>
    public Task<Reply<RefusalView>> TakeCardBackAsync(string stand, string card, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Delete, $"/api/me/stands/{Segment(stand)}/cards/{Segment(card)}", null, cancellation);

    /// <summary>Takes a card back that one has given to somebody.</summary>
    public Task<Reply<RefusalView>> TakeCardBackAsync(string card, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Delete, $"/api/me/cards/given/{Segment(card)}", null, cancellation);
}
