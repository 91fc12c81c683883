using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>A member as the house knows it.</summary>
[MessagePackObject]
public sealed record MemberView
{
    [Key("id")] public required string Id { get; init; }
    [Key("name")] public required string Name { get; init; }
    /// <summary>Town or company; may be empty.</summary>
    [Key("affiliation")] public string Affiliation { get; init; } = "";
    /// <summary>visitor, guest, member, host, moderator or organiser.</summary>
    [Key("role")] public required string Role { get; init; }
    /// <summary>The network's identity provider vouches for name and affiliation.</summary>
    [Key("verified")] public bool Verified { get; init; }
}
