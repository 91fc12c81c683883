namespace Klapphaus.World.Plans;

/// <summary>A part of a room with a meaning.</summary>
public sealed record Area
{
    /// <summary>Stable when the area is renamed or moved: made of kind and number where there is one.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="AreaKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>By language; "de" is always there.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required Rect Rect { get; init; }

    /// <summary>Of a stand or table; 0 for none.</summary>
    public int Number { get; init; }

    /// <summary>Seats; 0 for no limit.</summary>
    public int Capacity { get; init; }

    /// <summary>#rrggbb in small letters, or empty.</summary>
    public string Colour { get; init; } = "";
}
