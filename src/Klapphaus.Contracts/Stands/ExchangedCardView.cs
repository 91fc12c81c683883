namespace Klapphaus.Contracts;

/// <summary>A card that went from one person to another, when both had said yes.</summary>
public sealed record ExchangedCardView
{
    /// <summary>The other's id.</summary>
    public required string Member { get; init; }
    /// <summary>What they were called in the house then.</summary>
    public required string Name { get; init; }
    public required HandedCardView Handed { get; init; }
}
