namespace Klapphaus.Contracts;

/// <summary>What was found.</summary>
public sealed record StandSearchView
{
    /// <summary>The best first, or the nearest.</summary>
    public required StandHitView[] Hits { get; init; }
    /// <summary>How many there are altogether.</summary>
    public required int Total { get; init; }
    /// <summary>False when nothing has all the words that were asked for, and the hits have only some.</summary>
    public required bool HasAllWords { get; init; }
    /// <summary>Words that lead nowhere, as they were typed.</summary>
    public required string[] Unknown { get; init; }
    /// <summary>False while the house is still reading its stands, and there may be more.</summary>
    public required bool Complete { get; init; }
    public required StandFacetsView Facets { get; init; }
}
