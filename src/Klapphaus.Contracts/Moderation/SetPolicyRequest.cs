using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Says who may do what in the room in which one is. For moderators.</summary>
[MessagePackObject]
public sealed record SetPolicyRequest
{
    [Key("policy")] public required PolicyView Policy { get; init; }
}
