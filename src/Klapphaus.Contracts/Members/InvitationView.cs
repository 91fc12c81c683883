namespace Klapphaus.Contracts;

/// <summary>An invitation as organisers see it.</summary>
public sealed record InvitationView
{
    public required string Id { get; init; }
    public required string Label { get; init; }
    public required string Role { get; init; }
    /// <summary>Ids of the only rooms that it opens; none for all.</summary>
    public required string[] Rooms { get; init; }
    public required DateTimeOffset Issued { get; init; }
    public required DateTimeOffset Expires { get; init; }
    /// <summary>How many people may come by it; 0 for any number.</summary>
    public required int Uses { get; init; }
    /// <summary>How many have.</summary>
    public required int Used { get; init; }
    /// <summary>open, revoked, expired or usedUp.</summary>
    public required string State { get; init; }
    /// <summary>For whom it is, if it is for one person alone; else empty.</summary>
    public required string Name { get; init; }
    public required string Affiliation { get; init; }
    /// <summary>What stands after <c>#invitation=</c> in the link; null once it is over. Whoever has it can come in.</summary>
    public string? Token { get; init; }
}
