namespace Klapphaus.Contracts;

/// <summary>The words by which stands are found.</summary>
public sealed record VocabularyView
{
    /// <summary>Topics of open stands, with how many of them have each.</summary>
    public required FacetCountView[] Topics { get; init; }
    /// <summary>Challenges that the network has a name for, by name.</summary>
    public required VocabularyWordView[] Challenges { get; init; }
    /// <summary>Solutions that the network has a name for, by name.</summary>
    public required VocabularyWordView[] Solutions { get; init; }
}
