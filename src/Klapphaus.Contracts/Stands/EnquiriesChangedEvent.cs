using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Something was left at a stand, taken back, or answered.</summary>
[MessagePackObject]
public sealed record EnquiriesChangedEvent
{
    /// <summary>Id of the stand.</summary>
    [Key("stand")] public required string Stand { get; init; }
    /// <summary>What the stand is called.</summary>
    [Key("name")] public required string Name { get; init; }
    /// <summary>To those who look after it: asked, handed, takenBack; to the visitor: answered.</summary>
    [Key("kind")] public required string Kind { get; init; }
}
