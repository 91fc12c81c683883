namespace Klapphaus.Contracts;

/// <summary>How much fits into a part of a stand.</summary>
public sealed record StandLimitView
{
    /// <summary>So many items at most; 1 for a part that is no list.</summary>
    public required int Most { get; init; }
    /// <summary>So many characters its text has at most.</summary>
    public required int Longest { get; init; }
}
