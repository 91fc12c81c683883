namespace Klapphaus.World.Stands;

/// <summary>Why a stand is for a challenge.</summary>
/// <param name="Solution">The solution that it names and that is for the challenge.</param>
/// <param name="Remark">What the stand says of how it does it; may be empty.</param>
public sealed record MatchReason(Word Solution, string Remark);
