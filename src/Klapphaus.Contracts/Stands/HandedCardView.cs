namespace Klapphaus.Contracts;

/// <summary>A card that was handed over, with what was agreed to.</summary>
public sealed record HandedCardView
{
    public required string Id { get; init; }
    /// <summary>Exactly what was handed over.</summary>
    public required CardView Card { get; init; }
    /// <summary>name, affiliation, email, telephone, note.</summary>
    public required string[] Fields { get; init; }
    /// <summary>The moment in which it was agreed to.</summary>
    public required DateTimeOffset Consent { get; init; }
    /// <summary>Version of the words that were agreed to.</summary>
    public required string Wording { get; init; }
    /// <summary>Those words.</summary>
    public required string German { get; init; }
    public required string English { get; init; }
}
