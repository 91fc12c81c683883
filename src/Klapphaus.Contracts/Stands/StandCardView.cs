namespace Klapphaus.Contracts;

/// <summary>A stand in a list of stands.</summary>
public sealed record StandCardView
{
    public required string Id { get; init; }
    public required string Room { get; init; }
    public required string Area { get; init; }
    public required string Name { get; init; }
    /// <summary>What it is about, in one sentence.</summary>
    public required string Line { get; init; }
    /// <summary>#rrggbb, or empty.</summary>
    public required string Accent { get; init; }
    /// <summary>Id of the file with the logo, or empty.</summary>
    public required string Logo { get; init; }
    public required string[] Topics { get; init; }
    /// <summary>open, hidden or down.</summary>
    public required string State { get; init; }
    /// <summary>One is of its team.</summary>
    public bool Mine { get; init; }
    /// <summary>One may be called for it.</summary>
    public bool MayStaff { get; init; }
    /// <summary>One of those who may staff it can be called, wherever in the house.</summary>
    public bool Staffed { get; init; }
}
