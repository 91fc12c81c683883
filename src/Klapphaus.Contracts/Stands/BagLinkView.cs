namespace Klapphaus.Contracts;

/// <summary>A link by which one's bag can be read, the list and the files, on another device; without signing in where visitors come in.</summary>
public sealed record BagLinkView
{
    public required string Id { get; init; }
    public required DateTimeOffset Issued { get; init; }
    public required DateTimeOffset Expires { get; init; }
    /// <summary>The link itself, once, when it is made; else null.</summary>
    public string? Link { get; init; }
}
