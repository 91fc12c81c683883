using System.Text;

namespace Klapphaus.Server.Files;

/// <summary>What a sender says about a file: <c>filename BASE64,stand BASE64</c>.</summary>
static class UploadMetadata
{
    /// <summary>Names of files have at most 255 bytes on most systems.</summary>
    const int Longest = 4096;

    /// <summary>Values by their names; null when it cannot be read.</summary>
    public static IReadOnlyDictionary<string, string>? Read(string header)
    {
        if (header.Length > Longest) return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ');
            if (parts.Length > 2 || Decode(parts.Length == 2 ? parts[1] : "") is not { } value || !values.TryAdd(parts[0], value)) return null;
        }
        return values;
    }

    static string? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
