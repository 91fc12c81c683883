using Klapphaus.Server.Start;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Klapphaus.Server.Members.OpenId;

/// <summary>
/// Sign-in with the network's identity provider: OpenID Connect, authorization code with PKCE. The provider is asked only when somebody signs in, so the
/// house opens without it. Of what it says nothing is kept but a session of the house's own.
/// </summary>
static class OpenIdAuthentication
{
    public const string Scheme = "openid";
    public const string CallbackPath = OpenIdEndpoints.Path + "/callback";

    /// <summary>Longer than any provider on its feet takes, shorter than anybody waits before a white page.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    /// <summary>For who has to look for a password or a second factor.</summary>
    static readonly TimeSpan longestWay = TimeSpan.FromMinutes(15);

    public static void AddOpenIdSignIn(this IServiceCollection services, HouseOptions options)
    {
        if (!options.HasOpenId) return;
        services.AddSingleton<OpenIdArrivals>();
        // each failure is told in a line of our own; the framework's come with stack traces, and anybody can provoke them
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None));
        services.AddAuthentication().AddOpenIdConnect(Scheme, o =>
        {
            o.Authority = options.OpenIdAuthority;
            o.RequireHttpsMetadata = options.OpenIdAuthority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
            o.ClientId = options.OpenIdClientId;
            o.ClientSecret = options.OpenIdClientSecret.Length > 0 ? options.OpenIdClientSecret : null;
            o.Scope.Clear();
            foreach (var scope in options.OpenIdScopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) o.Scope.Add(scope);
            o.ResponseType = OpenIdConnectResponseType.Code;
            o.ResponseMode = OpenIdConnectResponseMode.Query; // comes back as a link is followed, so that Lax cookies come along
            o.UsePkce = true;
            o.CallbackPath = CallbackPath;
            o.RemoteSignOutPath = default;
            o.SignedOutCallbackPath = default;
            o.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            o.EventsType = typeof(OpenIdArrivals);
            o.SaveTokens = false;
            o.MapInboundClaims = false;
            o.DisableTelemetry = true;
            o.BackchannelTimeout = patience;
            o.RemoteAuthenticationTimeout = longestWay;
            o.ProtocolValidator.NonceLifetime = longestWay;
            Keep(o.CorrelationCookie, "klapphaus.sign-in.");
            Keep(o.NonceCookie, "klapphaus.nonce.");
            o.GetClaimsFromUserInfoEndpoint = true;
            o.ClaimActions.Remove(ProviderCaller.Issuer);
            RoleRules.TryRead(options.OpenIdRoles, out var rules);
            foreach (var claim in rules.Claims.Append(ProviderCaller.UserName).Append(options.OpenIdAffiliationClaim).Distinct()) o.ClaimActions.MapJsonKey(claim, claim);
        });
    }

    /// <summary>By which the browser that comes back is known as the one that set out.</summary>
    static void Keep(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = OpenIdEndpoints.Path;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
