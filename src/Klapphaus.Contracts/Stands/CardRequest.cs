namespace Klapphaus.Contracts;

/// <summary>Body of <c>PUT /api/me/card</c>: one's card from now on. What is left out or empty is not on it.</summary>
public sealed record CardRequest
{
    /// <summary>At most 80 characters.</summary>
    public string? Name { get; init; }
    /// <summary>Town or organisation, at most 120 characters.</summary>
    public string? Affiliation { get; init; }
    public string? Email { get; init; }
    public string? Telephone { get; init; }
    /// <summary>At most 500 characters, on several lines.</summary>
    public string? Note { get; init; }
}
