namespace Klapphaus.World.Stands;

/// <summary>A material that somebody has taken along.</summary>
/// <param name="Stand">Id of the stand.</param>
/// <param name="Material">Id of the material there.</param>
/// <param name="Title">As it was called then; it stays when the stand is gone.</param>
/// <param name="Taken">When.</param>
public sealed record BagItem(string Stand, string Material, string Title, DateTimeOffset Taken);
