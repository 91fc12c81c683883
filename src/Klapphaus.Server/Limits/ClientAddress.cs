using System.Net;
using System.Net.Sockets;

namespace Klapphaus.Server.Limits;

/// <summary>From where a request comes, as limits count it: an IPv4 address, or the network of 64 bits that one customer of an IPv6 provider has to itself.</summary>
static class ClientAddress
{
    const int NetworkBytes = 8;

    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}
