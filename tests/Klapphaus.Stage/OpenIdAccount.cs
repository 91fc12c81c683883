namespace Klapphaus.Stage;

/// <summary>Somebody who has an account with the identity provider, and what it says of them.</summary>
sealed record OpenIdAccount(string Subject)
{
    public string? Name { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? UserName { get; init; }

    /// <summary>Told only to who asks for more than the token says.</summary>
    public string? Organization { get; init; }

    public string[] Groups { get; init; } = [];
}
