namespace Klapphaus.Grains.Moderation;

/// <summary>Said to one person about what a moderator did.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.Notice")]
public sealed record Notice
{
    [Id(0)] public required NoticeKind Kind { get; init; }
    /// <summary>Whom it is for.</summary>
    [Id(1)] public required int Handle { get; init; }
    /// <summary>In the moderator's words; may be empty.</summary>
    [Id(2)] public string Reason { get; init; } = "";
    /// <summary>The end of a ban; null for none.</summary>
    [Id(3)] public DateTimeOffset? Until { get; init; }
    /// <summary>The room to which one is sent, or null.</summary>
    [Id(4)] public string? Room { get; init; }

    /// <summary>As it is written when a call fails: without why.</summary>
    public override string ToString() => $"{Kind} to {Handle}";
}
