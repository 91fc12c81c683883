namespace Klapphaus.Contracts;

/// <summary>Answer to <c>POST</c> and <c>GET /api/session</c>.</summary>
public sealed record SessionView
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Affiliation { get; init; }
    public required string Role { get; init; }
    /// <summary>The network's identity provider vouches for name and affiliation.</summary>
    public bool Verified { get; init; }
    /// <summary>Bearer token, only in the answer to a <c>POST</c> with <c>?token=true</c>.</summary>
    public string? Token { get; init; }
}
