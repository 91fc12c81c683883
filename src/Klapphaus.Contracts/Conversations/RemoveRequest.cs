using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Takes somebody out of the conversation that they are in. For staff.</summary>
[MessagePackObject]
public sealed record RemoveRequest
{
    [Key("handle")] public required int Handle { get; init; }
}
