namespace Klapphaus.Server.Stands.Search;

/// <summary>A solution of an entry and a challenge that it is named for.</summary>
/// <param name="Name">What the solution is called.</param>
/// <param name="Challenge">The challenge.</param>
/// <param name="Key">The key by which all spellings of the challenge are one.</param>
sealed record IndexedSolution(string Name, IndexedText Challenge, string Key);
