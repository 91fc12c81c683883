namespace Klapphaus.Contracts;

/// <summary>A challenge or a solution that the network has a name for.</summary>
public sealed record VocabularyWordView
{
    /// <summary>The id under which stands name it.</summary>
    public required string Id { get; init; }
    public required string German { get; init; }
    /// <summary>Empty when nobody has said it yet.</summary>
    public required string English { get; init; }
    /// <summary>Of a solution: ids of the challenges that it is for.</summary>
    public required string[] Answers { get; init; }
}
