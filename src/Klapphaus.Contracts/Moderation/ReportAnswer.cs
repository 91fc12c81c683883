namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/moderation/reports/{number}/answer</c>.</summary>
public sealed record ReportAnswer
{
    /// <summary>1 to 500 characters; whoever has reported reads it.</summary>
    public string? Text { get; init; }
    /// <summary>Something was done about it.</summary>
    public bool Upheld { get; init; }
}
