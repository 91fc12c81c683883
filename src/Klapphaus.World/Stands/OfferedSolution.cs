namespace Klapphaus.World.Stands;

/// <summary>A stand that can be seen names a solution.</summary>
/// <param name="Stand">Id of the stand.</param>
/// <param name="Word">Id of the solution in the <see cref="Vocabulary"/>.</param>
/// <param name="Remark">What the stand says of how it does it; may be empty.</param>
public sealed record OfferedSolution(string Stand, string Word, string Remark);
