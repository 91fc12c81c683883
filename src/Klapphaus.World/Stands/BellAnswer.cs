namespace Klapphaus.World.Stands;

/// <summary>What became of something that was asked for at a stand's bell.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Request">The request that it is about; null when there is none.</param>
public readonly record struct BellAnswer(BellOutcome Outcome, BellRequest? Request);
