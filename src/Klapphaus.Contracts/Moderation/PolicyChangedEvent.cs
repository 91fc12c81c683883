using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Who may do what in the room.</summary>
[MessagePackObject]
public sealed record PolicyChangedEvent
{
    [Key("policy")] public required PolicyView Policy { get; init; }
}
