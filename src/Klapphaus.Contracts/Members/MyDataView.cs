namespace Klapphaus.Contracts;

/// <summary>Answer to <c>GET /api/me</c>: everything that the house keeps about the one who asks.</summary>
public sealed record MyDataView
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Affiliation { get; init; }
    public required string Role { get; init; }
    /// <summary>visitor, openid, or invitation: with the invitation's id.</summary>
    public required string Origin { get; init; }
    public bool Verified { get; init; }
    /// <summary>Until when each sign-in is valid.</summary>
    public required DateTimeOffset[] Sessions { get; init; }
    /// <summary>The room that one is in, or was in last; null for none.</summary>
    public string? Room { get; init; }
    /// <summary>The name that one was given there, since somebody else had one's own; null when one was shown under one's own.</summary>
    public string? ShownAs { get; init; }
    public required string Availability { get; init; }
    public BanView? Ban { get; init; }
    /// <summary>With whom one has nothing to do.</summary>
    public required BlockedView[] Blocked { get; init; }
    /// <summary>The stands that one looks after.</summary>
    public StandCardView[] Stands { get; init; } = [];
    /// <summary>One's cards, and what one has left at stands.</summary>
    public required CardsView Cards { get; init; }
    /// <summary>What one has taken along from stands.</summary>
    public BagItemView[] Bag { get; init; } = [];
    /// <summary>Links by which that can be read on other devices.</summary>
    public BagLinkView[] BagLinks { get; init; } = [];
    /// <summary>Times for talks that one has booked or offers, stand by stand.</summary>
    public StandTimesView[] Times { get; init; } = [];
    /// <summary>What moderators did to one, the newest first.</summary>
    public required LogLineView[] Moderation { get; init; }
    /// <summary>What one has reported or objected to, with the answers.</summary>
    public required ReportView[] Reports { get; init; }
}
