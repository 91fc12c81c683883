namespace Klapphaus.Server.Stands.Search;

/// <summary>A stand names a solution for the challenge that was asked for.</summary>
/// <param name="Solution">What the solution is called.</param>
/// <param name="Challenge">The challenge that it is named for, as it is written there.</param>
sealed record SolutionReason(string Solution, string Challenge);
