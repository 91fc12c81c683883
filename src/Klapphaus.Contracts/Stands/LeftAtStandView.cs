namespace Klapphaus.Contracts;

/// <summary>What one has left at a stand oneself, with the answers.</summary>
public sealed record LeftAtStandView
{
    /// <summary>Id of the stand.</summary>
    public required string Stand { get; init; }
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }
    /// <summary>The newest first.</summary>
    public required EnquiryView[] Enquiries { get; init; }
    /// <summary>The card that the stand has; null for none.</summary>
    public required HandedCardView? Card { get; init; }
}
