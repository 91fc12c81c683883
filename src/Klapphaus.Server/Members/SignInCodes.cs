using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Klapphaus.Contracts;
using Klapphaus.Grains.Members;

namespace Klapphaus.Server.Members;

/// <summary>
/// Codes by which somebody whom the house knows comes in elsewhere, once and within a minute: from a program into a browser's window, or from the identity
/// provider's page into a program. Of a code the house keeps nothing but its SHA-256.
/// </summary>
sealed class SignInCodes(IGrainFactory grains, TimeProvider time)
{
    /// <summary>Characters of base64url, which are 32 bytes: of a code, and of the SHA-256 that is a challenge.</summary>
    public const int Length = 43;

    const int Bytes = 32;

    /// <summary>By RFC 7636; the shortest is as long as a code.</summary>
    const int LongestVerifier = 128;

    static readonly TimeSpan lifetime = TimeSpan.FromSeconds(60);

    /// <summary>A new code.</summary>
    /// <param name="caller">For whom; with a <see cref="Caller.Session"/> as long as that goes on.</param>
    /// <param name="challenge">Of whose verifier the one who uses the code must know; empty for none.</param>
    public async Task<SignInCodeView> GiveAsync(Caller caller, string challenge = "")
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var expires = time.GetUtcNow() + lifetime;
        await Grain(code).Give(new()
        {
            Member = caller.Id,
            Name = caller.Name,
            Affiliation = caller.Affiliation,
            Role = caller.Role,
            Origin = caller.Origin,
            Verified = caller.Verified,
            Rooms = caller.Rooms,
            Session = caller.Session,
            Challenge = challenge,
            Expires = expires,
        });
        return new() { Code = code, Expires = expires };
    }

    /// <summary>
    /// Uses a code up; nothing is woken up for what cannot be one. Refuses what is none (any more) with <see cref="ErrorCode.SignInCodeInvalid"/>, and with
    /// <see cref="ErrorCode.SignedInAsAnother"/> one that is for another than <paramref name="onlyFor"/>, which stays good.
    /// </summary>
    /// <param name="code">As somebody gives it.</param>
    /// <param name="verifier">As they give it; null for none.</param>
    /// <param name="onlyFor">Id of the only member who is to come in by it; empty for whomever it was given.</param>
    /// <returns>Who comes in by it, without a session, and the session that vouches for them.</returns>
    public async Task<(Caller? Caller, string By, ErrorCode Error)> RedeemAsync(string? code, string? verifier, string onlyFor = "")
    {
        if (code is not { Length: Length } || !IsBase64Url(code) || verifier is not null && !IsVerifier(verifier)) return (null, "", ErrorCode.SignInCodeInvalid);
        var redeemed = await Grain(code).Redeem(verifier ?? "", onlyFor);
        if (redeemed.Grant is not { } grant) return (null, "", redeemed.IsAnothers ? ErrorCode.SignedInAsAnother : ErrorCode.SignInCodeInvalid);
        var caller = new Caller(grant.Member, grant.Name, grant.Affiliation, grant.Role) { Origin = grant.Origin, Verified = grant.Verified, Rooms = grant.Rooms };
        return (caller, grant.Session, ErrorCode.None);
    }

    /// <summary>Nothing but letters, digits, hyphens and underscores.</summary>
    public static bool IsBase64Url(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    static bool IsVerifier(string text) => text.Length is >= Length and <= LongestVerifier && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~');

    ISignInCodeGrain Grain(string code) => grains.GetGrain<ISignInCodeGrain>(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code))));
}
