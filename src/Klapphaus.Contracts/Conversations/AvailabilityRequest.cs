using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Says whether one may be drawn into conversations.</summary>
[MessagePackObject]
public sealed record AvailabilityRequest
{
    /// <summary>available, busy or away.</summary>
    [Key("availability")] public required string Availability { get; init; }
}
