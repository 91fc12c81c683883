namespace Klapphaus.Server.Stands.Search;

/// <summary>A stand or a material that was found, and where to walk to.</summary>
/// <param name="Stand">The stand's id.</param>
/// <param name="Material">The material's id; null when the stand itself was found.</param>
/// <param name="Title">Of the stand, or of the material.</param>
/// <param name="Room">The room that the stand is in.</param>
/// <param name="Place">The stand's area in that room.</param>
/// <param name="Reasons">Why it was found, the best reason first; none when no words were asked for.</param>
/// <param name="Solutions">Its solutions for the challenge that was asked for; none when none was.</param>
sealed record StandHit(
    string Stand, string? Material, string Title, string Room, string Place, IReadOnlyList<MatchReason> Reasons, IReadOnlyList<SolutionReason> Solutions);
