using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Takes back that one has rung.</summary>
[MessagePackObject]
public sealed record LeaveBellRequest
{
    /// <summary>Id of the stand.</summary>
    [Key("stand")] public required string Stand { get; init; }
}
