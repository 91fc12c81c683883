namespace Klapphaus.Contracts;

/// <summary>What visitors have left at a stand, the newest first.</summary>
public sealed record EnquiriesView
{
    public required EnquiryView[] Enquiries { get; init; }
    public required HandedCardView[] Cards { get; init; }
    /// <summary>Cards that are no more.</summary>
    public required TakenBackCardView[] TakenBack { get; init; }
}
