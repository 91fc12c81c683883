namespace Klapphaus.Contracts;

/// <summary>Body of <c>PUT /api/stands/{stand}/hosts/{member}</c>.</summary>
public sealed record StandRightsRequest
{
    /// <summary>edit, staff, enquiries; none takes them out of the team.</summary>
    public string[]? Rights { get; init; }
}
