namespace Klapphaus.Server.Stands.Search;

/// <summary>What was found.</summary>
/// <param name="Hits">The best first, or the nearest.</param>
/// <param name="Total">How many there are altogether.</param>
/// <param name="HasAllWords">False when nothing has all the words that were asked for, and the hits have only some.</param>
/// <param name="Unknown">Words that lead nowhere, as they were typed.</param>
/// <param name="Facets">How many there are of each kind, room, topic, challenge and language.</param>
sealed record StandAnswer(IReadOnlyList<StandHit> Hits, int Total, bool HasAllWords, IReadOnlyList<string> Unknown, StandFacets Facets);
