namespace Klapphaus.Contracts;

/// <summary>An open stand as other sites show it.</summary>
public sealed record StandBadgeView
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    /// <summary>What it is about, in one sentence.</summary>
    public required string Line { get; init; }
    /// <summary>#rrggbb, or empty.</summary>
    public required string Accent { get; init; }
    /// <summary>Address of the logo, or empty.</summary>
    public required string Logo { get; init; }
    /// <summary>One of those who staff it is in its room now.</summary>
    public required bool Staffed { get; init; }
    /// <summary>Leads into the house, to the stand.</summary>
    public required string Link { get; init; }
}
