using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Klapphaus.Server.Members.OpenId;

/// <summary>
/// A program that signs somebody in by the system's browser, and waits at a port of that machine to be told what came of it (RFC 8252): a code that only who has
/// the verifier of its challenge can use, or the number of a refusal. It leads to this machine's own address and to no other.
/// </summary>
/// <param name="Port">1024 to 65535.</param>
/// <param name="Challenge">SHA-256 of the verifier, 43 characters of base64url.</param>
/// <param name="State">What the program wants to be told again, at most 128 characters of base64url; may be empty.</param>
sealed record LoopbackReturn(int Port, string Challenge, string State)
{
    public const int LeastPort = 1024;
    public const int MostPort = 65535;
    public const int LongestState = 128;

    const string PortItem = "loopback.port", ChallengeItem = "loopback.challenge", StateItem = "loopback.state";

    /// <summary>Reads what an address says. Null for somebody at a browser, who has no program that waits.</summary>
    /// <returns>False when there is something, and it cannot be.</returns>
    public static bool TryRead(string? loopback, string? challenge, string? state, out LoopbackReturn? program)
    {
        program = null;
        if (loopback is null && challenge is null && state is null) return true;
        if (!int.TryParse(loopback, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < LeastPort or > MostPort) return false;
        if (challenge is not { Length: SignInCodes.Length } || !SignInCodes.IsBase64Url(challenge)) return false;
        if (state is { Length: > LongestState } || !SignInCodes.IsBase64Url(state ?? "")) return false;
        program = new(port, challenge, state ?? "");
        return true;
    }

    /// <summary>The program that was remembered on the way; null for none.</summary>
    public static LoopbackReturn? Recall(AuthenticationProperties? remembered) =>
        TryRead(remembered?.GetString(PortItem), remembered?.GetString(ChallengeItem), remembered?.GetString(StateItem), out var program) ? program : null;

    /// <summary>Sends it along in the state that only the house can read.</summary>
    public void Remember(AuthenticationProperties properties)
    {
        properties.SetString(PortItem, $"{Port}");
        properties.SetString(ChallengeItem, Challenge);
        properties.SetString(StateItem, State);
    }

    /// <summary>Where the browser goes when all went well.</summary>
    public string Answer(string code) => Address($"code={code}");

    /// <summary>Where the browser goes when it did not.</summary>
    public string Refusal(ErrorCode error) => Address($"error={(int)error}");

    string Address(string what) => $"http://127.0.0.1:{Port}/?{what}&state={State}";
}
