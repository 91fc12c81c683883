namespace Klapphaus.Contracts;

/// <summary>One's own card, from which one hands over what one wants to.</summary>
public sealed record OwnCardView
{
    public required CardView Card { get; init; }
    /// <summary>It is kept; else it is what the house knows of one anyway, as a beginning.</summary>
    public required bool Kept { get; init; }
}
