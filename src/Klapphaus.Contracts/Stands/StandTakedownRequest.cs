namespace Klapphaus.Contracts;

/// <summary>Body of <c>PUT /api/stands/{stand}/down</c>: a moderator takes a stand or one of its materials offline.</summary>
public sealed record StandTakedownRequest
{
    /// <summary>1 to 500 characters; the stand's team reads it.</summary>
    public string? Reason { get; init; }
    /// <summary>Id of the material; null or empty for the whole stand.</summary>
    public string? Material { get; init; }
}
