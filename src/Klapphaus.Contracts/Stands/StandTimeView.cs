namespace Klapphaus.Contracts;

/// <summary>A time for a talk at a stand.</summary>
public sealed record StandTimeView
{
    public required string Id { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }
    /// <summary>free, booked, or calledOff: the booking is no more.</summary>
    public required string State { get; init; }
    /// <summary>One offers it oneself.</summary>
    public required bool Own { get; init; }
    /// <summary>One has booked it oneself.</summary>
    public required bool Mine { get; init; }
    /// <summary>Name of who offers it; empty when the house has forgotten them.</summary>
    public required string Host { get; init; }
    /// <summary>Name of who has booked it, for who may offer times; else empty, and so when the house has forgotten them.</summary>
    public required string Visitor { get; init; }
    /// <summary>The stand has called it off, and not who had booked it.</summary>
    public required bool ByHost { get; init; }
}
