using System.Security.Cryptography;

namespace Klapphaus.Server.Files;

/// <summary>What the bytes of one request must come to.</summary>
sealed record UploadChecksum(HashAlgorithmName Algorithm, byte[] Value)
{
    /// <summary>What may be used, as the protocol names it; the first is its own minimum.</summary>
    public const string Algorithms = "sha1,sha256";

    /// <summary>Reads <c>sha256 BASE64</c>; null when it is something else.</summary>
    public static UploadChecksum? Read(string header)
    {
        if (header.Split(' ') is not [var name, var text]) return null;
        HashAlgorithmName? algorithm = name switch
        {
            "sha1" => HashAlgorithmName.SHA1,
            "sha256" => HashAlgorithmName.SHA256,
            _ => null,
        };
        var value = new byte[text.Length];
        return algorithm is { } known && Convert.TryFromBase64String(text, value, out var length) ? new(known, value[..length]) : null;
    }
}
