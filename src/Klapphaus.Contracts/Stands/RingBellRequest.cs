using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Rings at a stand at which one stands.</summary>
[MessagePackObject]
public sealed record RingBellRequest
{
    /// <summary>Id of the stand.</summary>
    [Key("stand")] public required string Stand { get; init; }
    /// <summary>ring: somebody is to come; talk: one wants to talk with one of them alone, and stands in line for that.</summary>
    [Key("wish")] public string Wish { get; init; } = "ring";
    /// <summary>One has rung before, and the line was broken meanwhile: when that is over one is told how it ended, and does not ring anew.</summary>
    [Key("resume")] public bool Resume { get; init; }
}
