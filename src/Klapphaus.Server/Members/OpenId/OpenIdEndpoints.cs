using Klapphaus.Server.Start;
using Klapphaus.Server.Web.Description;
using Microsoft.AspNetCore.Authentication;

namespace Klapphaus.Server.Members.OpenId;

/// <summary><c>GET /api/sign-in/openid?room=halle</c>: a link that leads to the identity provider, and from there back to the welcome page.</summary>
static class OpenIdEndpoints
{
    public const string Path = "/api/sign-in/openid";

    public static void MapOpenIdSignIn(this IEndpointRouteBuilder app, HouseOptions options)
    {
        if (!options.HasOpenId) return;
        app.MapGet(Path, SetOutAsync).RequireRateLimiting(SessionEndpoints.RateLimit).For("Session", Callers.Anybody)
            .Does("signInByProvider", "Leads to the network's identity provider, and from there back to the welcome page; a link for people.")
            .Takes("room", "Id of the room to which the person wants.").GivesNothing(StatusCodes.Status302Found);
    }

    static async Task SetOutAsync(HttpContext http, ILogger<OpenIdArrivals> log, string? room = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        var properties = WelcomeAddress.Remember(room);
        try
        {
            await http.ChallengeAsync(OpenIdAuthentication.Scheme, properties);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException)
        {
            // it must be asked where its sign-in page is, and cannot be
            http.Response.Redirect(WelcomeAddress.Of(properties, log.ProviderFailed(e)));
        }
    }
}
