namespace Klapphaus.Contracts;

/// <summary>One thing that is wrong with a field of a stand, and what to do.</summary>
public sealed record StandFaultView
{
    public required string Field { get; init; }
    /// <summary>For programs; never given to something else.</summary>
    public required int Code { get; init; }
    /// <summary>A whole sentence or two.</summary>
    public required string German { get; init; }
    public required string English { get; init; }
}
