using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Walks after the one who leads, or no longer does.</summary>
[MessagePackObject]
public sealed record FollowRequest
{
    [Key("follows")] public required bool Follows { get; init; }
}
