namespace Klapphaus.Desktop.Members;

/// <summary>Answer to <c>POST /api/session/code</c>: opens one session of one's own, once, within a minute.</summary>
sealed class SignInCode
{
    public required string Code { get; init; }
}
