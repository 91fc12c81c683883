using System.Net;

namespace Klapphaus.Server.Start;

/// <summary>Addresses and networks as an operator writes them: <c>10.0.0.5, 192.168.0.0/16</c>.</summary>
static class Networks
{
    /// <exception cref="StartFault">One of them cannot be read.</exception>
    public static List<IPNetwork> Read(string text, string setting) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Network(part, setting))];

    static IPNetwork Network(string text, string setting) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new StartFault(OperatorWords.Of(
            $"Klapphaus:{setting}: {text} ist weder eine IP-Adresse noch ein Netz wie 10.0.0.0/8.",
            $"Klapphaus:{setting}: {text} is neither an IP address nor a network such as 10.0.0.0/8."));
}
