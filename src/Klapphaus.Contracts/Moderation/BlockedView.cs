namespace Klapphaus.Contracts;

/// <summary>Somebody with whom one has nothing to do.</summary>
public sealed record BlockedView
{
    public required string Member { get; init; }
    /// <summary>What they are called; <c>-</c> when the house has forgotten them.</summary>
    public required string Name { get; init; }
}
