namespace Klapphaus.Contracts;

/// <summary>A report or an objection.</summary>
public sealed record ReportView
{
    public required long Number { get; init; }
    /// <summary>person, stand or objection.</summary>
    public required string Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Name of who reports.</summary>
    public required string By { get; init; }
    /// <summary>Name of who or which stand is reported, or of the moderator who is objected to.</summary>
    public required string Of { get; init; }
    /// <summary>Id of who is reported, or whose the stand is that is; empty for all but moderators.</summary>
    public string OfMember { get; init; } = "";
    public required string Room { get; init; }
    public required string Reason { get; init; }
    public ReportedTextView[] Texts { get; init; } = [];
    /// <summary>new, taken, upheld or rejected.</summary>
    public required string State { get; init; }
    /// <summary>Name of the moderator who looks after it; may be empty.</summary>
    public required string TakenBy { get; init; }
    public required string Answer { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    /// <summary>What is objected to; null for a report.</summary>
    public LogLineView? Line { get; init; }
    /// <summary>Id of the stand that is reported; else empty.</summary>
    public string Stand { get; init; } = "";
    /// <summary>Id of the material of that stand that is meant; empty for all of it.</summary>
    public string Material { get; init; } = "";
}
