namespace Klapphaus.World.Stands;

/// <summary>Something happened at a stand's bell that somebody has to be told.</summary>
/// <param name="Kind">What.</param>
/// <param name="Request">With which request.</param>
/// <param name="Host">The host whom it is about; empty when it is about none.</param>
public readonly record struct BellSignal(BellSignalKind Kind, BellRequest Request, string Host);
