using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A card that a member has handed over, with what they agreed to, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.HandedCardState")]
public sealed record HandedCardState
{
    [Id(0)] public required string Id { get; init; }
    /// <summary>Id of the member.</summary>
    [Id(1)] public required string From { get; init; }
    [Id(2)] public required CardState Card { get; init; }
    [Id(3)] public required CardFields Fields { get; init; }
    /// <summary>The moment in which they agreed.</summary>
    [Id(4)] public required DateTimeOffset Consent { get; init; }
    /// <summary>Version of the words that they agreed to (<see cref="ConsentWords"/>).</summary>
    [Id(5)] public required string Wording { get; init; }

    public static HandedCardState Of(HandedCard card) =>
        new() { Id = card.Id, From = card.From, Card = CardState.Of(card.Card), Fields = card.Fields, Consent = card.Consent, Wording = card.Wording };

    public HandedCard ToHandedCard() => new(Id, From, Card.ToCard(), Fields, Consent, Wording);

    /// <summary>As it is written when a call fails: without whose it is.</summary>
    public override string ToString() => Id;
}
