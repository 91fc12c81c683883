using System.Collections.Frozen;
using System.Threading.RateLimiting;
using Klapphaus.Server.Members;
using Klapphaus.Server.Members.OpenId;
using Microsoft.AspNetCore.RateLimiting;

namespace Klapphaus.Server.Limits;

/// <summary>
/// Refuses calls to an endpoint that come more often than it takes them. ASP.NET Core has a middleware for that, which never lets go of its limiters: they
/// wake ten times a second for as long as the process lives, and a house that has closed stays in memory with them.
/// </summary>
sealed class CallLimits(IEnumerable<CallLimit> limits) : IDisposable
{
    readonly FrozenDictionary<string, PartitionedRateLimiter<HttpContext>> byPolicy =
        limits.ToFrozenDictionary(l => l.Policy, l => PartitionedRateLimiter.Create(l.Partition), StringComparer.Ordinal);

    public static void Use(WebApplication app)
    {
        var limits = app.Services.GetRequiredService<CallLimits>();
        app.Use(limits.HoldAsync);
    }

    public void Dispose()
    {
        foreach (var limiter in byPolicy.Values) limiter.Dispose();
    }

    async Task HoldAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is { } policy)
        {
            using var lease = byPolicy[policy].AttemptAcquire(http);
            if (!lease.IsAcquired)
            {
                await RefuseAsync(http);
                return;
            }
        }
        await next(http);
    }

    static async Task RefuseAsync(HttpContext http)
    {
        // who follows a link is told on a page, and a program that waits for them where it waits
        if (http.Request.Path == OpenIdEndpoints.Path) http.Response.Redirect(OpenIdEndpoints.Refusal(http.Request.Query, ErrorCode.TooManyCalls));
        else await Problems.Of(http, ErrorCode.TooManyCalls).ExecuteAsync(http);
    }
}
