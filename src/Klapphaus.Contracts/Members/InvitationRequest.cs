namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/invitations</c>: an organiser issues an invitation.</summary>
public sealed record InvitationRequest
{
    /// <summary>What the organiser calls it; 1 to 80 characters.</summary>
    public string? Label { get; init; }
    /// <summary>guest, host, moderator or organiser.</summary>
    public string? Role { get; init; }
    /// <summary>Ids of the only rooms that it opens; none for all.</summary>
    public string[]? Rooms { get; init; }
    /// <summary>At most a year away.</summary>
    public DateTimeOffset? Expires { get; init; }
    /// <summary>How many people may come by it; 0 for any number.</summary>
    public int Uses { get; init; }
}
