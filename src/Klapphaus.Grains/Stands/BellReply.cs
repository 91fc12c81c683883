namespace Klapphaus.Grains.Stands;

/// <summary>Whether somebody has rung.</summary>
/// <param name="Error">Why not.</param>
/// <param name="Activation">The activation of the stand that knows it.</param>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.BellReply")]
public readonly record struct BellReply([property: Id(0)] ErrorCode Error, [property: Id(1)] Guid Activation);
