namespace Klapphaus.Server.Stands.Search;

/// <summary>A solution that a stand offers.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Challenges">The challenges that it is a solution for.</param>
sealed record SolutionEntry(string Name, IReadOnlyList<string> Challenges);
