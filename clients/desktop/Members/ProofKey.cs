using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Klapphaus.Desktop.Members;

/// <summary>A secret and its fingerprint (RFC 7636): only who set out with the fingerprint can redeem what comes back.</summary>
sealed class ProofKey
{
    const int Bytes = 32;

    /// <summary>Goes to the house at the end, and nowhere else.</summary>
    public string Verifier { get; } = Random();

    /// <summary>SHA-256 of it, in base64url.</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public override string ToString() => Challenge;

    /// <summary>43 letters that nobody guesses.</summary>
    public static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
