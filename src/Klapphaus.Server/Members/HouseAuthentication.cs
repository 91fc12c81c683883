using Klapphaus.Contracts;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Klapphaus.Server.Members;

/// <summary>Browsers carry a cookie that no script can read; other clients a bearer token. Both say the same.</summary>
static class HouseAuthentication
{
    /// <summary>The name of the cookie.</summary>
    public const string Cookie = "klapphaus";

    const string Either = "either";

    public static void AddHouseAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = http =>
                http.Request.Headers.ContainsKey("Authorization") || http.Request.Query.ContainsKey("access_token") ? BearerTokenDefaults.AuthenticationScheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(o =>
            {
                o.Cookie.Name = Cookie;
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Strict;
                o.ExpireTimeSpan = TimeSpan.FromDays(14);
                o.Events.OnRedirectToLogin = context => RefuseAsync(context, ErrorCode.SignInNeeded);
                o.Events.OnRedirectToAccessDenied = context => RefuseAsync(context, ErrorCode.OrganisersOnly);
            })
            .AddBearerToken(o =>
            {
                o.BearerTokenExpiration = TimeSpan.FromDays(14);
                // WebSockets and server-sent events cannot carry a header
                o.Events.OnMessageReceived = context =>
                {
                    if (context.Request.Path.StartsWithSegments(Protocol.HubPath, StringComparison.Ordinal)) context.Token = context.Request.Query["access_token"];
                    return Task.CompletedTask;
                };
            });
        services.AddAuthorization();
    }

    static Task RefuseAsync<T>(Microsoft.AspNetCore.Authentication.RedirectContext<T> context, ErrorCode why)
        where T : Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions =>
        Problems.Of(context.HttpContext, why).ExecuteAsync(context.HttpContext);
}
