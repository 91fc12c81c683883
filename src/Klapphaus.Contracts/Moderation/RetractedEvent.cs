using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Texts are taken back.</summary>
[MessagePackObject]
public sealed record RetractedEvent
{
    /// <summary>Their numbers.</summary>
    [Key("ids")] public required long[] Ids { get; init; }
}
