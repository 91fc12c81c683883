namespace Klapphaus.Contracts;

/// <summary>Somebody who is kept out, as moderators see it.</summary>
public sealed record BanView
{
    public required string Member { get; init; }
    /// <summary>What the person was called when the ban was pronounced.</summary>
    public required string Name { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset Since { get; init; }
    /// <summary>Null for good.</summary>
    public DateTimeOffset? Until { get; init; }
}
