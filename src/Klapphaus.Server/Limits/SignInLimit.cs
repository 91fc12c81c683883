using System.Threading.RateLimiting;
using Klapphaus.Server.Members;

namespace Klapphaus.Server.Limits;

/// <summary>How often one address may sign in. A town hall is behind one address, so it is generous; a machine that guesses is still slowed down.</summary>
static class SignInLimit
{
    public static void AddSignInLimit(this IServiceCollection services, int perMinute) => services.AddRateLimiter(o =>
    {
        o.AddPolicy(SessionEndpoints.RateLimit, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
        o.OnRejected = async (context, _) => await Problems.Of(context.HttpContext, ErrorCode.TooManyCalls).ExecuteAsync(context.HttpContext);
    });
}
