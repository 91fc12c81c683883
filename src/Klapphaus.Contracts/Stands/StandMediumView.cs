namespace Klapphaus.Contracts;

/// <summary>A video or a material at a stand: a file of the house, or a link out of it that nobody's browser follows unasked.</summary>
public sealed record StandMediumView
{
    public required string Id { get; init; }
    /// <summary>Its title.</summary>
    public required string Text { get; init; }
    /// <summary>Id of the file, or empty.</summary>
    public required string File { get; init; }
    /// <summary>Begins with https, or is empty.</summary>
    public required string Link { get; init; }
    /// <summary>As in BCP 47, or empty.</summary>
    public required string Language { get; init; }
    /// <summary>Why it is offline, for the stand's team and for moderators, who alone see it then; null when it is not.</summary>
    public string? Down { get; init; }
}
