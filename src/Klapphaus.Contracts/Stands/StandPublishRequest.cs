namespace Klapphaus.Contracts;

/// <summary>Body of <c>PUT /api/stands/{stand}/published</c>.</summary>
public sealed record StandPublishRequest
{
    public bool Published { get; init; }
}
