using System.Buffers;
using System.Security.Cryptography;

namespace Klapphaus.Server.Files;

/// <summary>Ids of files: 128 random bits that the house itself has drawn. Nobody guesses one, and as a name it is a path nowhere.</summary>
static class FileId
{
    const int Length = 32;

    static readonly SearchValues<char> digits = SearchValues.Create("0123456789abcdef");

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2));

    public static bool IsOne(string? id) => id is { Length: Length } && !id.AsSpan().ContainsAnyExcept(digits);

    /// <summary>Under which a smaller picture of the file is stored.</summary>
    public static string OfPreview(string file, int width) => $"{file}-{width}";

    /// <summary>The file that something stored belongs to; null when it is not the house's.</summary>
    public static string? FileOf(string stored)
    {
        var (id, rest) = stored.Length > Length ? (stored[..Length], stored[Length..]) : (stored, "");
        return IsOne(id) && (rest.Length == 0 || Array.Exists(Previews.Widths, w => rest == $"-{w}")) ? id : null;
    }

    /// <summary>The id as it was given.</summary>
    /// <exception cref="ArgumentException">The house has not made it: a name from outside must not get so far.</exception>
    public static string Own(string stored) => FileOf(stored) is null ? throw new ArgumentException("This is not the id of a file.", nameof(stored)) : stored;
}
