namespace Klapphaus.Contracts;

/// <summary>A picture at a stand.</summary>
public sealed record StandPictureView
{
    public required string Id { get; init; }
    /// <summary>What it shows.</summary>
    public required string Text { get; init; }
    /// <summary>Id of the file.</summary>
    public required string File { get; init; }
}
