namespace Klapphaus.Contracts;

/// <summary>A material that somebody has taken along.</summary>
public sealed record BagItemView
{
    /// <summary>Id of the stand.</summary>
    public required string Stand { get; init; }
    /// <summary>Id of the material there.</summary>
    public required string Material { get; init; }
    /// <summary>As it is called now, or, when it is not there, as it was called when it was taken.</summary>
    public required string Title { get; init; }
    public required DateTimeOffset Taken { get; init; }
    /// <summary>Name of the stand; empty when it is not to be seen.</summary>
    public required string StandName { get; init; }
    /// <summary>It lies at the stand, and one may see it. Else it was taken away, or it or its stand is offline or hidden; then only its title is known.</summary>
    public required bool There { get; init; }
    /// <summary>Id of the file, or empty.</summary>
    public required string File { get; init; }
    /// <summary>Begins with https, or is empty.</summary>
    public required string Link { get; init; }
    /// <summary>As in BCP 47, or empty.</summary>
    public required string Language { get; init; }
}
