namespace Klapphaus.Contracts;

/// <summary>How many took a material along.</summary>
public sealed record TakenMaterialView
{
    /// <summary>Id of the material.</summary>
    public required string Material { get; init; }
    /// <summary>Empty when it does not lie there any more.</summary>
    public required string Title { get; init; }
    public required int Taken { get; init; }
}
