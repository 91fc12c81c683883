namespace Klapphaus.Contracts;

/// <summary>Answer to <c>POST /api/stands/{stand}/invitations</c>. Whoever has the link can come in.</summary>
public sealed record StandInvitationView
{
    /// <summary>Of the invitation, among all of the house.</summary>
    public required string Id { get; init; }
    public required string Label { get; init; }
    public required string Link { get; init; }
    public required bool Owner { get; init; }
    /// <summary>edit, staff, enquiries.</summary>
    public required string[] Rights { get; init; }
    public required DateTimeOffset Expires { get; init; }
    /// <summary>How many people may come by it; 0 for any number.</summary>
    public required int Uses { get; init; }
}
