namespace Klapphaus.World.Stands;

/// <summary>A challenge or a solution that the network has one name for.</summary>
public sealed record Word
{
    public const int LongestName = 80;

    public required string Id { get; init; }

    public required WordKind Kind { get; init; }

    public required string German { get; init; }

    /// <summary>Empty when nobody has said it yet.</summary>
    public string English { get; init; } = "";

    /// <summary>Of a solution: ids of the challenges that it is for.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Ids of the stands that have proposed it; they see it at once.</summary>
    public IReadOnlyList<string> ProposedBy { get; init; } = [];

    /// <summary>Everybody sees it.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>The word that is used in its place, since both meant the same; empty when there is none.</summary>
    public string MergedInto { get; init; } = "";

    /// <summary>In German for "de" and its regions, else in English, if there is any.</summary>
    public string Name(string language) => English.Length == 0 || language.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? German : English;

    public bool IsSeenAt(string stand) => MergedInto.Length == 0 && (IsAccepted || ProposedBy.Contains(stand));
}
