namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/vocabulary</c>: an organiser adds a word.</summary>
public sealed record VocabularyRequest
{
    /// <summary>challenge or solution.</summary>
    public string? Kind { get; init; }
    public string? German { get; init; }
    public string? English { get; init; }
    /// <summary>Of a solution: ids of the challenges that it is for.</summary>
    public string[]? Answers { get; init; }
    /// <summary>Similar words have been shown, and none means the same.</summary>
    public bool Nonetheless { get; init; }
}
