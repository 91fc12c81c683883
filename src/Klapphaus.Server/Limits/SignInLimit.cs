using System.Threading.RateLimiting;
using Klapphaus.Server.Members;
using Klapphaus.Server.Members.OpenId;

namespace Klapphaus.Server.Limits;

/// <summary>How often one address may sign in. A town hall is behind one address, so it is generous; a machine that guesses is still slowed down.</summary>
static class SignInLimit
{
    public static void AddSignInLimit(this IServiceCollection services, int perMinute) => services.AddRateLimiter(o =>
    {
        o.AddPolicy(SessionEndpoints.RateLimit, http => RateLimitPartition.GetFixedWindowLimiter(
            ClientAddress.Of(http),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
        o.OnRejected = async (context, _) =>
        {
            var http = context.HttpContext;
            // who follows a link is told on a page, and a program that waits for them where it waits
            if (http.Request.Path == OpenIdEndpoints.Path) http.Response.Redirect(OpenIdEndpoints.Refusal(http.Request.Query, ErrorCode.TooManyCalls));
            else await Problems.Of(http, ErrorCode.TooManyCalls).ExecuteAsync(http);
        };
    });
}
