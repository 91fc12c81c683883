using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Klapphaus.Server.Members;

/// <summary>Lets somebody in of whom it is known who it is: a session with the member, and the cookie or the token that carries it.</summary>
sealed class SignIn(IGrainFactory grains, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>Opens a session, or refuses it (<see cref="ErrorCode.Banned"/>, <see cref="ErrorCode.SessionEnded"/>).</summary>
    /// <param name="http">Of the one who signs in; gets the cookie.</param>
    /// <param name="caller">Who it is. With a <see cref="Caller.Session"/> in it, that one goes on.</param>
    /// <param name="token">Answers with a bearer token and sets no cookie.</param>
    /// <param name="by">The session that vouches for this one, and must go on; empty for none.</param>
    public async Task<(SessionView? View, Opening Opening)> OpenAsync(HttpContext http, Caller caller, bool token, string by = "")
    {
        var signedIn = caller with { Session = token || caller.Session.Length == 0 ? Guid.NewGuid().ToString("N") : caller.Session };
        var opening = await grains.GetGrain<IMemberGrain>(caller.Id).OpenSession(new()
        {
            Session = signedIn.Session,
            Until = time.GetUtcNow() + Lifetime,
            Name = caller.Name,
            Affiliation = caller.Affiliation,
            Role = caller.Role,
            Origin = caller.Origin,
            Verified = caller.Verified,
            By = by,
        });
        if (opening.Error != ErrorCode.None) return (null, opening);
        if (token) return (View(signedIn) with { Token = Token(signedIn) }, opening);
        await http.SignInAsync(signedIn.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme), new AuthenticationProperties { IsPersistent = true });
        return (View(signedIn), opening);
    }

    public static SessionView View(Caller caller) =>
        new() { Id = caller.Id, Name = caller.Name, Affiliation = caller.Affiliation, Role = caller.Role, Verified = caller.Verified };

    /// <summary>The token that the framework's bearer handler reads.</summary>
    string Token(Caller caller)
    {
        var ticket = new AuthenticationTicket(
            caller.ToPrincipal(BearerTokenDefaults.AuthenticationScheme),
            new AuthenticationProperties { ExpiresUtc = time.GetUtcNow() + Lifetime },
            $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken");
        return bearer.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Protect(ticket);
    }
}
