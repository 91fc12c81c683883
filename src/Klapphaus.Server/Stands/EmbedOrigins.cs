namespace Klapphaus.Server.Stands;

/// <summary>The sites that may show stands within their pages.</summary>
/// <param name="Origins">As browsers write them: <c>https://stadtretter.example</c>.</param>
sealed record EmbedOrigins(IReadOnlyList<string> Origins)
{
    const char Separator = ',';

    /// <summary>Null when one of them is not the address of a site: https, or this machine's own.</summary>
    public static EmbedOrigins? Read(string written)
    {
        List<string> origins = [];
        foreach (var piece in written.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(piece, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) return null;
            // whoever writes a path or a user means something that no browser sends
            if (uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0) return null;
            origins.Add(uri.GetLeftPart(UriPartial.Authority).ToLowerInvariant());
        }
        return new(origins);
    }

    /// <summary>Who may show a page within theirs, as a policy says it.</summary>
    public string FrameAncestors => $"frame-ancestors {(Origins.Count == 0 ? "'none'" : string.Join(' ', Origins))}";

    public bool Has(string? origin) => origin is not null && Origins.Contains(origin, StringComparer.Ordinal);
}
