namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/session</c>: a guest gives a name. Answered with a cookie, and with a token for clients without cookies.</summary>
public sealed record SessionRequest
{
    /// <summary>1 to 40 characters.</summary>
    public string? Name { get; init; }
    /// <summary>Town or company; at most 60 characters.</summary>
    public string? Affiliation { get; init; }
    /// <summary>The text after <c>#invitation=</c> of an invitation link.</summary>
    public string? Invitation { get; init; }
}
