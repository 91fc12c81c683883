namespace Klapphaus.World.Stands;

/// <summary>What became of a word that a stand has proposed.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Word">The word that the stand can use; null when there is none yet.</param>
/// <param name="Similar">Words that may well mean the same.</param>
public sealed record WordAnswer(WordOutcome Outcome, Word? Word, IReadOnlyList<Word> Similar);
