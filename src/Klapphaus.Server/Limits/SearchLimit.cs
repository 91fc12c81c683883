using System.Threading.RateLimiting;
using Klapphaus.Server.Members;

namespace Klapphaus.Server.Limits;

/// <summary>How often one member may search: each costs some milliseconds of the machine that carries everybody's steps.</summary>
static class SearchLimit
{
    public const string Policy = "search";

    /// <summary>Hits are shown while one types: somebody who types fast, and chooses filters then.</summary>
    const int Burst = 40;
    const int PerSecond = 5;

    public static void AddSearchLimit(this IServiceCollection services) => services.AddSingleton(new CallLimit(Policy, http => RateLimitPartition.GetTokenBucketLimiter(
        Caller.Of(http.User)?.Id ?? ClientAddress.Of(http),
        _ => new TokenBucketRateLimiterOptions { TokenLimit = Burst, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) })));
}
