namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/session/redeem</c>: signs in by a code that is good once.</summary>
public sealed record SignInCodeRequest
{
    /// <summary>43 characters.</summary>
    public string? Code { get; init; }
    /// <summary>43 to 128 characters, of which the challenge was made with which the code was asked for; null where it was asked for without one.</summary>
    public string? Verifier { get; init; }
    /// <summary>Whoever is signed in here as somebody else wants to be signed in by the code instead; their own session ends. Means nothing where a token is asked for.</summary>
    public bool Replace { get; init; }
}
