using Klapphaus.Server.Start;
using Microsoft.AspNetCore.HttpOverrides;

namespace Klapphaus.Server.Limits;

/// <summary>Who calls, when a proxy stands in front: its word is believed only if it is one of ours, or every client could choose its address.</summary>
static class Proxies
{
    public static void AddProxies(this IServiceCollection services, HouseOptions options)
    {
        var trusted = Networks.Read(options.TrustedProxies, nameof(options.TrustedProxies));
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in trusted) o.KnownIPNetworks.Add(network);
        });
    }
}
