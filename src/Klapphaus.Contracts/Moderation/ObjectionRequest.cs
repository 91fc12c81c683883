namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/me/objections</c>: one does not agree with what a moderator did.</summary>
public sealed record ObjectionRequest
{
    /// <summary>The room of the line in the log; empty for the house.</summary>
    public string? Room { get; init; }
    /// <summary>When it was done, as the line says it.</summary>
    public DateTimeOffset At { get; init; }
    /// <summary>Its number.</summary>
    public long Number { get; init; }
    /// <summary>1 to 500 characters.</summary>
    public string? Reason { get; init; }
}
