using System.Threading.RateLimiting;

namespace Klapphaus.Server.Limits;

/// <summary>How often endpoints that name this policy (<c>RequireRateLimiting</c>) may be called, and by whom it is counted.</summary>
sealed record CallLimit(string Policy, Func<HttpContext, RateLimitPartition<string>> Partition)
{
    /// <summary>So many calls in each minute.</summary>
    /// <param name="policy">Its name.</param>
    /// <param name="caller">Tells one caller from another.</param>
    /// <param name="count">Calls.</param>
    public static CallLimit PerMinute(string policy, Func<HttpContext, string> caller, int count) => new(policy, http => RateLimitPartition.GetFixedWindowLimiter(
        caller(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = count, Window = TimeSpan.FromMinutes(1) }));
}
