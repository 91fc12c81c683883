using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What stands on a card, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.CardState")]
public sealed record CardState
{
    [Id(0)] public string Name { get; init; } = "";
    [Id(1)] public string Affiliation { get; init; } = "";
    [Id(2)] public string Email { get; init; } = "";
    [Id(3)] public string Telephone { get; init; } = "";
    [Id(4)] public string Note { get; init; } = "";

    public static CardState Of(Card card) =>
        new() { Name = card.Name, Affiliation = card.Affiliation, Email = card.Email, Telephone = card.Telephone, Note = card.Note };

    public Card ToCard() => new() { Name = Name, Affiliation = Affiliation, Email = Email, Telephone = Telephone, Note = Note };

    /// <summary>As it is written when a call fails: without what stands on it.</summary>
    public override string ToString() => "card";
}
