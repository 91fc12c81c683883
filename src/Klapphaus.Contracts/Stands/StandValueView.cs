namespace Klapphaus.Contracts;

/// <summary>What stands in a field of a stand; which of these count depends on the field.</summary>
public sealed record StandValueView
{
    public string? Text { get; init; }
    /// <summary>As in BCP 47, or empty.</summary>
    public string? Language { get; init; }
    /// <summary>Begins with https, or is empty.</summary>
    public string? Link { get; init; }
    /// <summary>Id of a file, or empty.</summary>
    public string? File { get; init; }
    /// <summary>Where an item stands in its list: the smaller number comes first. Given by the house, never asked for.</summary>
    public long Place { get; init; }
}
