namespace Klapphaus.Contracts;

/// <summary>One's cards, and what one has left at stands.</summary>
public sealed record CardsView
{
    /// <summary>One's own; null as long as one has kept none.</summary>
    public required CardView? Own { get; init; }
    /// <summary>What one has got from others, the newest first.</summary>
    public required ExchangedCardView[] Received { get; init; }
    /// <summary>What one had got and others have taken back.</summary>
    public required TakenBackCardView[] TakenBack { get; init; }
    /// <summary>What one has given to others, the newest first.</summary>
    public required ExchangedCardView[] Given { get; init; }
    /// <summary>What one has left at stands.</summary>
    public required LeftAtStandView[] Stands { get; init; }
}
