namespace Klapphaus.Server.Stands.Search;

/// <summary>Why something was found.</summary>
/// <param name="Field">Where the words stand.</param>
/// <param name="Text">What is written there, or a piece of it: plain text.</param>
/// <param name="Ranges">The words in it, in the order in which they stand there.</param>
/// <param name="CutBefore">Whether text was left out before the piece.</param>
/// <param name="CutAfter">Whether text was left out behind the piece.</param>
sealed record MatchReason(SearchField Field, string Text, IReadOnlyList<TextRange> Ranges, bool CutBefore, bool CutAfter);
