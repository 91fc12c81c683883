namespace Klapphaus.Contracts;

/// <summary>Answer to <c>POST /api/session/code</c>: by this one signs in once more, with another program or browser.</summary>
public sealed record SignInCodeView
{
    /// <summary>43 characters that an address may carry; good for one sign-in.</summary>
    public required string Code { get; init; }
    /// <summary>Until when.</summary>
    public required DateTimeOffset Expires { get; init; }
}
