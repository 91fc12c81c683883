namespace Klapphaus.World.Stands;

/// <summary>A stand misses a word.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="German">Its name.</param>
/// <param name="English">The same; may be empty.</param>
/// <param name="Answers">Of a solution: ids of the challenges that it is for.</param>
public sealed record WordProposal(WordKind Kind, string German, string English, IReadOnlyList<string> Answers);
