using System.Net;

namespace Klapphaus.Server.Web;

/// <summary>What every answer tells the browser, whichever part of the house gives it. To be used before all that may answer.</summary>
static class SafeHeaders
{
    /// <summary>Nothing comes in from elsewhere, and nobody else may show our pages within theirs.</summary>
    public const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    const string Devices = "camera=(self), microphone=(self), display-capture=(self), geolocation=()";

    /// <summary>Half a year; for this name alone, since the others of the domain are not ours.</summary>
    const string OnlyHttps = "max-age=15768000";

    public static void UseSafeHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Devices;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) headers.CacheControl = "no-store";
        http.Response.OnStarting(AddByScheme, http); // a proxy's word about the scheme is read further on
        return next(http);
    });

    static Task AddByScheme(object state)
    {
        var http = (HttpContext)state;
        var host = http.Request.Host.Host;
        if (http.Request.IsHttps && host != "localhost") http.Response.Headers.StrictTransportSecurity = OnlyHttps;
        // where browsers do not trust an address they ignore this one, and complain in the console
        if (http.Request.IsHttps || IsThisMachine(host)) http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }

    static bool IsThisMachine(string host) => host == "localhost" || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
}
