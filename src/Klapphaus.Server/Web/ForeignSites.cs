using Klapphaus.Contracts;
using Klapphaus.Server.Members;

namespace Klapphaus.Server.Web;

/// <summary>
/// A page of another site can make a browser ask things of this house, and the browser may add the cookie of whoever sits before it: to a site on a
/// neighbouring name even though the cookie is for the same site only. Browsers say where a request comes from; other programs say nothing, and carry no cookie.
/// </summary>
static class ForeignSites
{
    public static void UseForeignSiteGuard(this WebApplication app) => app.Use((http, next) =>
        DoesSomething(http.Request) && IsForeign(http.Request) ? Problems.Of(http, ErrorCode.ForeignSite).ExecuteAsync(http) : next(http));

    /// <summary>What only reads is of no use to another site: its page does not get to see the answer. A connection it could read.</summary>
    static bool DoesSomething(HttpRequest request) =>
        request.Path.StartsWithSegments(Protocol.HubPath, StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) || request.Headers.Upgrade.Count > 0);

    /// <summary>Newer browsers say it outright, to addresses that they trust; for the others the page's origin is compared with the address that was asked.</summary>
    static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site) return site.ToString() is not ("same-origin" or "none");
        return request.Headers.Origin is { Count: > 0 } origin && !IsAt(origin.ToString(), request.Host);
    }

    /// <summary>The scheme does not count: a proxy may have taken off the TLS.</summary>
    static bool IsAt(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is "http" or "https"
        && string.Equals(page.Host, host.Host, StringComparison.OrdinalIgnoreCase)
        && page.Port == (host.Port ?? (page.Scheme == "https" ? 443 : 80));
}
