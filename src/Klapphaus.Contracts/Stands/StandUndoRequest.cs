namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/stands/{stand}/undo</c>.</summary>
public sealed record StandUndoRequest
{
    /// <summary>Of the change.</summary>
    public long Revision { get; init; }
}
