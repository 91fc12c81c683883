namespace Klapphaus.Grains.Moderation;

/// <summary>One line of a moderation log: who did what to whom, and why.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.LogEntry")]
public sealed record LogEntry
{
    /// <summary>Number in this log, from 1.</summary>
    [Id(0)] public long Number { get; init; }
    [Id(1)] public required DateTimeOffset At { get; init; }
    [Id(2)] public required Deed Deed { get; init; }
    /// <summary>Id of the member who did it; <c>-</c> after erasure.</summary>
    [Id(3)] public required string By { get; init; }
    [Id(4)] public required string ByName { get; init; }
    /// <summary>Id of the member to whom it was done; empty when it was to nobody in particular, <c>-</c> after erasure.</summary>
    [Id(5)] public string Of { get; init; } = "";
    [Id(6)] public string OfName { get; init; } = "";
    [Id(7)] public string Reason { get; init; } = "";
    [Id(8)] public DateTimeOffset? Until { get; init; }
    /// <summary>Id of the room; empty for the house.</summary>
    [Id(9)] public string Room { get; init; } = "";

    /// <summary>Stands where somebody was named who has been erased.</summary>
    public const string Erased = "-";

    /// <summary>The same without what names a member. The reason speaks of the one to whom it was done.</summary>
    public LogEntry Without(string member) => this with
    {
        By = By == member ? Erased : By,
        ByName = By == member ? Erased : ByName,
        Of = Of == member ? Erased : Of,
        OfName = Of == member ? Erased : OfName,
        Reason = Of == member && Reason.Length > 0 ? Erased : Reason,
    };

    /// <summary>As it is written when a call fails: without who and why.</summary>
    public override string ToString() => $"{Deed}";
}
