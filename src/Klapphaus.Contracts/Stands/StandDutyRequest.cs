using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Can be called for a stand, or no longer.</summary>
[MessagePackObject]
public sealed record StandDutyRequest
{
    /// <summary>Id of the stand.</summary>
    [Key("stand")] public required string Stand { get; init; }
    [Key("on")] public bool On { get; init; }
}
