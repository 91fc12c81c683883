namespace Klapphaus.World.Stands;

/// <summary>Addresses outside the house. Nobody's browser goes there before the person asks for it.</summary>
static class StandLinks
{
    public const int Longest = 500;

    /// <summary>The address in one form; null unless it is a page on a named, encrypted website. A name and a password in it would be sent to everybody.</summary>
    public static string? Read(string raw)
    {
        var text = raw.Trim();
        if (text.Length > Longest || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps) return null;
        var named = uri.HostNameType == UriHostNameType.Dns && uri.Host.TrimEnd('.').Contains('.');
        return named && uri.UserInfo.Length == 0 && uri.AbsoluteUri.Length <= Longest ? uri.AbsoluteUri : null;
    }
}
