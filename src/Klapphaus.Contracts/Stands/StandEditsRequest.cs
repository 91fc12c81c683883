namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/stands/{stand}/edits</c>: each edit is taken or refused by itself.</summary>
public sealed record StandEditsRequest
{
    /// <summary>1 to 50.</summary>
    public StandEditRequest[]? Edits { get; init; }
}
