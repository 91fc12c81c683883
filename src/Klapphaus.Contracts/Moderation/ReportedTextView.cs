namespace Klapphaus.Contracts;

/// <summary>Something written that a report takes along.</summary>
public sealed record ReportedTextView
{
    /// <summary>Milliseconds since 1970.</summary>
    public required long At { get; init; }
    public required string Name { get; init; }
    public required string Text { get; init; }
}
