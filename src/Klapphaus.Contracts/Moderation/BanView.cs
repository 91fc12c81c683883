namespace Klapphaus.Contracts;

/// <summary>Somebody who is kept out, as moderators see it.</summary>
public sealed record BanView
{
    public required string Member { get; init; }
    /// <summary>What the person was called when the ban was pronounced.</summary>
    public required string Name { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset Since { get; init; }
    /// <summary>When it ends as things stand; null for good.</summary>
    public DateTimeOffset? Until { get; init; }
    /// <summary>It waits for a second moderator, and ends at <see cref="Until"/> when none confirms it before.</summary>
    public bool Waits { get; init; }
    /// <summary>The end of one that waits, once it is confirmed; null for good.</summary>
    public DateTimeOffset? Pronounced { get; init; }
    /// <summary>Whoever reads this has pronounced it, and cannot be the one who confirms it.</summary>
    public bool Own { get; init; }
}
