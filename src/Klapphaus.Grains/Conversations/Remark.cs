namespace Klapphaus.Grains.Conversations;

/// <summary>Something that somebody lets others read. Nowhere stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.Remark")]
public sealed record Remark
{
    [Id(0)] public required RemarkKind Kind { get; init; }
    [Id(1)] public required RemarkScope Scope { get; init; }
    [Id(2)] public required int From { get; init; }
    /// <summary>Handle of the one whom it is for, or -1.</summary>
    [Id(3)] public int To { get; init; } = -1;
    [Id(4)] public required string Text { get; init; }
    /// <summary>Milliseconds since 1970.</summary>
    [Id(5)] public required long At { get; init; }
    /// <summary>Handles of those who may read it, as the room had them when it was said; empty for everybody.</summary>
    [Id(6)] public int[] Audience { get; init; } = [];
    /// <summary>Grows with each remark of a room, also over restarts.</summary>
    [Id(7)] public long Number { get; init; }

    /// <summary>As it is written when a call fails: without what was said.</summary>
    public override string ToString() => $"remark of {From}";
}
