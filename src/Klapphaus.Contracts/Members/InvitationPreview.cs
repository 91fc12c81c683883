namespace Klapphaus.Contracts;

/// <summary>Answer to <c>POST /api/session/invitation</c>: whom an invitation is for, before it is used. Of one that lets in nobody nothing is said (204).</summary>
public sealed record InvitationPreview
{
    /// <summary>Of the person it is for; empty when it is for several.</summary>
    public required string Name { get; init; }
    public required string Affiliation { get; init; }
    public required string Role { get; init; }
}
