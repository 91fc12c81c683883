namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/stands</c>: an organiser gives a place to an exhibitor.</summary>
public sealed record StandRequest
{
    /// <summary>Id of the room.</summary>
    public string? Room { get; init; }
    /// <summary>Id of an area of its plan that is meant for a stand.</summary>
    public string? Area { get; init; }
}
