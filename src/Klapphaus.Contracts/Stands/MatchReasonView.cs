namespace Klapphaus.Contracts;

/// <summary>Why something was found.</summary>
public sealed record MatchReasonView
{
    /// <summary>Where the words stand: title, topics, challenges, solutions, line or text.</summary>
    public required string Field { get; init; }
    /// <summary>What is written there, or a piece of it: plain text.</summary>
    public required string Text { get; init; }
    /// <summary>The words in it, in the order in which they stand there.</summary>
    public required TextRangeView[] Ranges { get; init; }
    /// <summary>Text was left out before the piece.</summary>
    public required bool CutBefore { get; init; }
    /// <summary>Text was left out behind the piece.</summary>
    public required bool CutAfter { get; init; }
}
