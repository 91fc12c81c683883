using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Klapphaus.Stage;

/// <summary>
/// A real identity provider on a port of this machine: OpenIddict with keys that are gone when it stops, and a page that asks for a user name. It is called
/// localhost and the house 127.0.0.1, which are two sites to a browser.
/// </summary>
sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "klapphaus";
    public const string Secret = "geheimnis-des-hauses";

    /// <summary>How people call it.</summary>
    public const string Name = "Netz-Konto";

    const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
    const string AuthorizePath = "/connect/authorize";
    const string UserInfoPath = "/connect/userinfo";
    const string CallbackPath = "/api/sign-in/openid/callback";

    readonly WebApplication app;

    OpenIdProvider(int port)
    {
        Address = new($"http://localhost:{port}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Address.AbsoluteUri);
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(Serve);
        app = builder.Build();
        app.UseAuthentication();
        app.MapGet(AuthorizePath, Authorize);
        app.MapGet(UserInfoPath, (Delegate)TellMoreAsync);
    }

    public Uri Address { get; }

    /// <summary>By user name.</summary>
    public Dictionary<string, OpenIdAccount> Accounts { get; } = new(StringComparer.Ordinal)
    {
        ["ada"] = new("1001") { Name = "Ada Lovelace", Organization = "Stadt Unna" },
        ["bo"] = new("1002") { Name = "Bo Berg", Organization = "Stadt Soest" },
        ["mia"] = new("1003") { Name = "Mia Moll", Groups = ["alle", "klapphaus-moderation"] },
        ["olga"] = new("1004") { Name = "Olga Otte", Groups = ["klapphaus-moderation", "vorstand"] },
    };

    /// <summary>What is wrong with the tokens from now on.</summary>
    public OpenIdLie Lie { get; set; }

    /// <summary>The command line of a house that uses it.</summary>
    public string[] Settings => SettingsAt(Address);

    public static string[] SettingsAt(Uri address) =>
    [
        "--Klapphaus:OpenIdAuthority", address.AbsoluteUri, "--Klapphaus:OpenIdClientId", ClientId, "--Klapphaus:OpenIdClientSecret", Secret, "--Klapphaus:OpenIdName", Name,
        "--Klapphaus:OpenIdRoles", "groups=klapphaus-moderation:moderator, groups=vorstand:organiser",
    ];

    /// <param name="port">Any that is free when 0.</param>
    public static async Task<OpenIdProvider> StartAsync(int port = 0)
    {
        var provider = new OpenIdProvider(port > 0 ? port : StagePorts.Free());
        await provider.app.StartAsync();
        // its keys are made by the first question, which takes a while on a busy machine
        using var http = new HttpClient();
        await http.GetStringAsync(new Uri(provider.Address, ".well-known/openid-configuration"));
        await http.GetStringAsync(new Uri(provider.Address, ".well-known/jwks"));
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    void Serve(OpenIddictServerBuilder server)
    {
        server.SetIssuer(Address).SetAuthorizationEndpointUris(AuthorizePath).SetTokenEndpointUris("/connect/token").SetUserInfoEndpointUris(UserInfoPath);
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Profile);
        server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        server.EnableDegradedMode(); // without a store: it knows one client, and its codes and tokens carry all that it has to remember
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(b => b.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId) context.Reject(Errors.InvalidClient, "This is not the house.");
            else if (!Uri.TryCreate(context.RedirectUri, UriKind.Absolute, out var back) || back is not { IsLoopback: true, AbsolutePath: CallbackPath })
                context.Reject(Errors.InvalidRequest, "This does not lead back to the house.");
            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(b => b.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.ClientSecret != Secret) context.Reject(Errors.InvalidClient, "This is not the house.");
            return default;
        }));
        server.AddEventHandler<GenerateTokenContext>(b => b
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1)
            .UseInlineHandler(context =>
            {
                if (context.TokenType.Contains("id_token", StringComparison.Ordinal)) Falsify(context);
                return default;
            }));
    }

    void Falsify(GenerateTokenContext context)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = context.SecurityTokenDescriptor;
        token.Claims ??= new Dictionary<string, object>();
        switch (Lie)
        {
            case OpenIdLie.ForeignIssuer:
                token.Issuer = "https://boese.example/";
                break;
            case OpenIdLie.ForeignAudience:
                token.Claims[Claims.Audience] = "somebody-else";
                break;
            case OpenIdLie.ForeignKey:
                token.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = token.SigningCredentials.Key.KeyId }, SecurityAlgorithms.RsaSha256);
                break;
            case OpenIdLie.Expired:
                (token.IssuedAt, token.NotBefore, token.Expires) = (now.AddHours(-2), now.AddHours(-2), now.AddHours(-1));
                break;
            case OpenIdLie.OtherNonce:
                token.Claims[Claims.Nonce] = "of-another-day";
                break;
        }
    }

    /// <summary>Asks for the user name, and sends whoever gives one back with a code; or with the word that they would rather not.</summary>
    IResult Authorize(HttpContext http)
    {
        var asked = http.Request.Query;
        if (asked.ContainsKey("decline")) return Results.Forbid(new(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied }), [Scheme]);
        if (!Accounts.TryGetValue($"{asked["login"]}", out var account)) return Results.Content(Page(asked), "text/html; charset=utf-8");

        var identity = new ClaimsIdentity(Scheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, account.Subject).SetClaim(Claims.Name, account.Name).SetClaim(Claims.GivenName, account.GivenName)
            .SetClaim(Claims.FamilyName, account.FamilyName).SetClaim(Claims.PreferredUsername, account.UserName).SetClaims("groups", [.. account.Groups]);
        identity.SetScopes(http.GetOpenIddictServerRequest()!.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: Scheme);
    }

    async Task<IResult> TellMoreAsync(HttpContext http)
    {
        var subject = (await http.AuthenticateAsync(Scheme)).Principal!.GetClaim(Claims.Subject)!;
        return Results.Json(new Dictionary<string, string?> { [Claims.Subject] = subject, ["organization"] = Accounts.Values.First(a => a.Subject == subject).Organization });
    }

    /// <summary>The question goes on as it came, with the user name in it.</summary>
    static string Page(IQueryCollection asked) =>
        $"""
        <!doctype html><html lang="de"><head><meta charset="utf-8"><title>{Name}</title><link rel="icon" href="data:,"></head><body>
        <h1>{Name}</h1>
        <form>
        {string.Concat(asked.Where(each => each.Key != "login").Select(each => $"<input type=\"hidden\" name=\"{WebUtility.HtmlEncode(each.Key)}\" value=\"{WebUtility.HtmlEncode(each.Value)}\">"))}
        <label for="login">Benutzername</label> <input id="login" name="login" autofocus>
        <button>Anmelden</button> <button name="decline" value="1">Lieber nicht</button>
        </form></body></html>
        """;
}
