using Klapphaus.Server.Members;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.RateLimiting;

namespace Klapphaus.Server.Limits;

/// <summary>How often one member may ask for a connection: each is prepared and held for 15 s, whether or not it is opened then.</summary>
static class NegotiateLimit
{
    const string Policy = "negotiate";

    /// <summary>A client whose line breaks again and again asks every two seconds, at first more often.</summary>
    const int PerMinute = 120;

    public static void AddNegotiateLimit(this IServiceCollection services) =>
        services.AddSingleton(CallLimit.PerMinute(Policy, http => Caller.Of(http.User)!.Id, PerMinute));

    public static void LimitNegotiations(this IEndpointConventionBuilder hub) => hub.Add(endpoint =>
    {
        if (endpoint.Metadata.OfType<NegotiateMetadata>().Any()) endpoint.Metadata.Add(new EnableRateLimitingAttribute(Policy));
    });
}
