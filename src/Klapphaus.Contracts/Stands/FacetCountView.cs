namespace Klapphaus.Contracts;

/// <summary>So many have this value.</summary>
public sealed record FacetCountView
{
    public required string Value { get; init; }
    public required int Count { get; init; }
}
