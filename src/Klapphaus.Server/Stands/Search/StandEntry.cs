namespace Klapphaus.Server.Stands.Search;

/// <summary>A stand as the index is told of it, with its materials.</summary>
sealed record StandEntry : Findable
{
    /// <summary>The room that it stands in.</summary>
    public required string Room { get; init; }

    /// <summary>Its area in that room.</summary>
    public required string Place { get; init; }

    public IReadOnlyList<MaterialEntry> Materials { get; init; } = [];
}
