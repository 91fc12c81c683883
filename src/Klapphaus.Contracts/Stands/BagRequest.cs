namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/bag</c>: takes a material along.</summary>
public sealed record BagRequest
{
    /// <summary>Id of the stand.</summary>
    public string? Stand { get; init; }
    /// <summary>Id of the material there.</summary>
    public string? Material { get; init; }
}
