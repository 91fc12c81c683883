namespace Klapphaus.Server.Stands.Search;

/// <summary>An entry that has at least one of the words.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Words">How many of the words it has.</param>
/// <param name="Score">What they count together.</param>
readonly record struct Candidate(IndexedEntry Entry, int Words, float Score);
