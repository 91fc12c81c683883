using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Asks to be told when a full room has a place.</summary>
[MessagePackObject]
public sealed record WaitRequest
{
    [Key("room")] public required string Room { get; init; }
}
