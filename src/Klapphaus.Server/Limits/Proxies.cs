using System.Net;
using Klapphaus.Server.Start;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Klapphaus.Server.Limits;

/// <summary>Who calls, when a proxy stands in front: its word is believed only if it is one of ours, or every client could choose its address.</summary>
static class Proxies
{
    public static void AddProxies(this IServiceCollection services, HouseOptions options)
    {
        var trusted = options.TrustedProxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network).ToList();
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in trusted) o.KnownIPNetworks.Add(network);
        });
    }

    static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new StartFault(OperatorWords.Of(
            $"Klapphaus:TrustedProxies: {text} ist weder eine IP-Adresse noch ein Netz wie 10.0.0.0/8.",
            $"Klapphaus:TrustedProxies: {text} is neither an IP address nor a network such as 10.0.0.0/8."));
}
