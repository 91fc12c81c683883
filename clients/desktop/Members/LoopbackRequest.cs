namespace Klapphaus.Desktop.Members;

/// <summary>The first line and the host of a request, as far as a browser must have sent them.</summary>
/// <param name="Path">Before the question mark.</param>
/// <param name="Query">Each once.</param>
/// <param name="Host">As the browser called us.</param>
sealed record LoopbackRequest(string Path, IReadOnlyDictionary<string, string> Query, string Host)
{
    const int MostParts = 10;

    /// <summary>Null for what is no GET of HTTP/1, or names something twice.</summary>
    /// <param name="head">All up to the empty line.</param>
    public static LoopbackRequest? Read(string head)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not ["GET", ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"]) return null;
        var hosts = lines.Skip(1).Where(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)).Select(line => line["Host:".Length..].Trim()).ToList();
        if (hosts.Count != 1) return null;
        var at = target.IndexOf('?', StringComparison.Ordinal);
        return Parts(at < 0 ? "" : target[(at + 1)..]) is { } query ? new(at < 0 ? target : target[..at], query, hosts[0]) : null;
    }

    static Dictionary<string, string>? Parts(string query)
    {
        Dictionary<string, string> parts = new(StringComparer.Ordinal);
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at < 0 || parts.Count == MostParts || !parts.TryAdd(Uri.UnescapeDataString(part[..at]), Uri.UnescapeDataString(part[(at + 1)..].Replace('+', ' ')))) return null;
        }
        return parts;
    }
}
