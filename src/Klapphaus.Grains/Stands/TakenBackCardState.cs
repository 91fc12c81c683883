using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>That a card was taken back, as it travels and is stored. Whose it was is gone.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.TakenBackCardState")]
public sealed record TakenBackCardState([property: Id(0)] string Id, [property: Id(1)] DateTimeOffset At)
{
    public static TakenBackCardState Of(TakenBackCard card) => new(card.Id, card.At);

    public TakenBackCard ToTakenBackCard() => new(Id, At);
}
