using Klapphaus.Server.Start;
using Klapphaus.Server.Web.Description;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Klapphaus.Server.Members.OpenId;

/// <summary>
/// <c>GET /api/sign-in/openid?room=halle</c>: a link that leads to the identity provider, and from there back to the welcome page; or, with
/// <c>?loopback=49152&amp;challenge=…&amp;state=…</c>, back to a program that has opened it in the system's browser (<see cref="LoopbackReturn"/>).
/// </summary>
static class OpenIdEndpoints
{
    public const string Path = "/api/sign-in/openid";

    public static void MapOpenIdSignIn(this IEndpointRouteBuilder app, HouseOptions options)
    {
        if (!options.HasOpenId) return;
        app.MapGet(Path, SetOutAsync).RequireRateLimiting(SessionEndpoints.RateLimit).For("Session", Callers.Anybody)
            .Does("signInByProvider", "Leads to the network's identity provider, and from there back to the welcome page, or to a program of the same machine; a link for people.")
            .Takes("room", "Id of the room to which the person wants.")
            .Takes("loopback", $"Port of 127.0.0.1 at which a program waits for code and state, or for error and state; {LoopbackReturn.LeastPort} to {LoopbackReturn.MostPort}.", 4, 5)
            .Takes("challenge", "SHA-256 of the verifier with which the program redeems the code, in base64url.", SignInCodes.Length, SignInCodes.Length)
            .Takes("state", "What the program wants to be told again, in letters, digits, hyphens and underscores.", 0, LoopbackReturn.LongestState)
            .GivesNothing(StatusCodes.Status302Found).Refuses(ErrorCode.LoopbackUnusable);
    }

    /// <summary>Where somebody is told that they do not set out at all.</summary>
    public static string Refusal(IQueryCollection query, ErrorCode error) =>
        LoopbackReturn.TryRead(query["loopback"], query["challenge"], query["state"], out var program) && program is not null ? program.Refusal(error) : WelcomeAddress.Of(null, error);

    static async Task<IResult> SetOutAsync(
        HttpContext http, ILogger<OpenIdArrivals> log, string? room = null, string? loopback = null, string? challenge = null, string? state = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!LoopbackReturn.TryRead(loopback, challenge, state, out var program)) return Problems.Of(http, ErrorCode.LoopbackUnusable);
        var properties = WelcomeAddress.Remember(room);
        if (program is not null)
        {
            program.Remember(properties);
            // any page may lead here and name a port at which a foreign program waits: nobody is signed in there without having done something (RFC 8252, 8.6)
            properties.SetParameter(OpenIdConnectParameterNames.Prompt, OpenIdConnectPrompt.Login);
        }
        try
        {
            await http.ChallengeAsync(OpenIdAuthentication.Scheme, properties);
            return Results.Empty;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException)
        {
            // it must be asked where its sign-in page is, and cannot be
            var error = log.ProviderFailed(e);
            return Results.Redirect(program?.Refusal(error) ?? WelcomeAddress.Of(properties, error));
        }
    }
}
