namespace Klapphaus.Grains.Moderation;

/// <summary>A report of a person or of a stand, or an objection to what a moderator did.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.Report")]
public sealed record Report
{
    /// <summary>From 1; given when it is filed.</summary>
    [Id(0)] public long Number { get; init; }
    [Id(1)] public required ReportKind Kind { get; init; }
    [Id(2)] public required DateTimeOffset At { get; init; }
    /// <summary>Who reports; the one concerned is never told.</summary>
    [Id(3)] public required string By { get; init; }
    [Id(4)] public required string ByName { get; init; }
    /// <summary>Who is reported, whose the stand is that is reported (empty for nobody), or the moderator who is objected to.</summary>
    [Id(5)] public required string Of { get; init; }
    /// <summary>What they are called; of a stand its own name.</summary>
    [Id(6)] public required string OfName { get; init; }
    /// <summary>The room in which it was, or empty.</summary>
    [Id(7)] public string Room { get; init; } = "";
    [Id(8)] public required string Reason { get; init; }
    /// <summary>What the reporter chose to take along.</summary>
    [Id(9)] public ReportedText[] Texts { get; init; } = [];
    [Id(10)] public ReportState State { get; init; }
    /// <summary>Name of the moderator who looks after it, or empty.</summary>
    [Id(11)] public string TakenBy { get; init; } = "";
    [Id(12)] public string Answer { get; init; } = "";
    [Id(13)] public DateTimeOffset? AnsweredAt { get; init; }
    /// <summary>The line of the log that is objected to, as it stood there.</summary>
    [Id(14)] public LogEntry? Line { get; init; }
    /// <summary>Id of the moderator who looks after it, or empty.</summary>
    [Id(15)] public string TakenByMember { get; init; } = "";

    /// <summary>Id of the stand that is reported; else empty.</summary>
    [Id(16)] public string Stand { get; init; } = "";
    /// <summary>Id of the material of that stand that is meant; empty for all of it.</summary>
    [Id(17)] public string Material { get; init; } = "";

    /// <summary>It has no answer yet.</summary>
    public bool IsOpen() => State is ReportState.New or ReportState.Taken;

    /// <summary>The same without what names a member: its id, what it was called, and what it wrote.</summary>
    public Report Without(string member) => this with
    {
        By = By == member ? LogEntry.Erased : By,
        ByName = By == member ? LogEntry.Erased : ByName,
        Of = Of == member ? LogEntry.Erased : Of,
        OfName = Of == member && Stand.Length == 0 ? LogEntry.Erased : OfName,
        Reason = By == member ? LogEntry.Erased : Reason,
        Texts = [.. Texts.Where(t => t.Member != member)],
        Line = Line?.Without(member),
        TakenBy = TakenByMember == member ? LogEntry.Erased : TakenBy,
        TakenByMember = TakenByMember == member ? LogEntry.Erased : TakenByMember,
    };

    /// <summary>As it is written when a call fails: without who and why.</summary>
    public override string ToString() => $"report {Number}";
}
