namespace Klapphaus.World.Stands;

/// <summary>A stand that has something for a challenge.</summary>
/// <param name="Stand">Id of the stand.</param>
/// <param name="Reasons">Why; one at least.</param>
public sealed record StandMatch(string Stand, IReadOnlyList<MatchReason> Reasons);
