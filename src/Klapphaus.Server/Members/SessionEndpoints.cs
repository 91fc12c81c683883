using Klapphaus.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Klapphaus.Server.Members;

/// <summary>Signing in and out: <c>/api/session</c>.</summary>
static class SessionEndpoints
{
    public const string RateLimit = "sign-in";

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        var session = app.MapGroup("/api/session");
        session.MapPost("", SignInAsync).RequireRateLimiting(RateLimit);
        session.MapGet("", (HttpContext http) => Caller.Of(http.User) is { } caller ? Results.Ok(View(caller)) : Problems.Of(http, ErrorCode.SignInNeeded));
        session.MapDelete("", () => Results.SignOut(authenticationSchemes: [CookieAuthenticationDefaults.AuthenticationScheme]));
    }

    static async Task<IResult> SignInAsync(HttpContext http, SessionRequest request, Invitations invitations, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider time, bool token = false)
    {
        var role = Roles.Visitor;
        if (!string.IsNullOrEmpty(request.Invitation))
        {
            (role, var error) = invitations.Read(request.Invitation);
            if (error != ErrorCode.None) return Problems.Of(http, error);
        }
        if (PersonName.Clean(request.Name) is not { } name) return Problems.Of(http, ErrorCode.NameUnusable);
        if (PersonName.CleanAffiliation(request.Affiliation) is not { } affiliation) return Problems.Of(http, ErrorCode.AffiliationUnusable);

        // who is signed in already stays the same member, under the new name; a role once given is kept
        var before = Caller.Of(http.User);
        if (before is not null && role == Roles.Visitor) role = before.Role;
        var caller = new Caller(before?.Id ?? Guid.NewGuid().ToString("N"), name, affiliation, role);
        if (token) return Results.Ok(View(caller) with { Token = Token(caller, bearer, time) });
        await http.SignInAsync(caller.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme), new AuthenticationProperties { IsPersistent = true });
        return Results.Ok(View(caller));
    }

    /// <summary>The token that the framework's bearer handler reads.</summary>
    static string Token(Caller caller, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider time)
    {
        var options = bearer.Get(BearerTokenDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(
            caller.ToPrincipal(BearerTokenDefaults.AuthenticationScheme),
            new AuthenticationProperties { ExpiresUtc = time.GetUtcNow() + options.BearerTokenExpiration },
            $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken");
        return options.BearerTokenProtector.Protect(ticket);
    }

    static SessionView View(Caller caller) => new() { Id = caller.Id, Name = caller.Name, Affiliation = caller.Affiliation, Role = caller.Role };
}
