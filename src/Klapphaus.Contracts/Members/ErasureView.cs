namespace Klapphaus.Contracts;

/// <summary>Answer to <c>DELETE /api/me</c>: what became of what the house knew.</summary>
public sealed record ErasureView
{
    /// <summary>Lines of moderation logs that now name nobody.</summary>
    public required int Lines { get; init; }
    /// <summary>A ban goes on under the number alone, so that it holds; null when there is none.</summary>
    public DateTimeOffset? BanUntil { get; init; }
    /// <summary>There is a ban that has no end.</summary>
    public bool BannedForGood { get; init; }
}
