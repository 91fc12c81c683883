namespace Klapphaus.Contracts;

/// <summary>A challenge that a stand knows, or a solution that it offers.</summary>
public sealed record StandTermView
{
    /// <summary>Of the word in the network's vocabulary.</summary>
    public required string Id { get; init; }
    /// <summary>What the stand says about it; may be empty.</summary>
    public required string Text { get; init; }
}
