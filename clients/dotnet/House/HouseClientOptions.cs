using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.Logging;

namespace Klapphaus.Client;

/// <summary>Which house to enter, as whom, and how patiently.</summary>
public sealed record HouseClientOptions
{
    /// <summary>Root of the house, such as <c>https://haus.example/</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>The name of a guest; not used with a <see cref="Token"/>.</summary>
    public string Name { get; init; } = "";
    public string Affiliation { get; init; } = "";

    /// <summary>The text after <c>#invitation=</c> of an invitation link.</summary>
    public string? Invitation { get; init; }

    /// <summary>Bearer token of an earlier session; without one the guest signs in first.</summary>
    public string? Token { get; init; }

    /// <summary>Name and version of the program, for the log of the house.</summary>
    public string Client { get; init; } = "Klapphaus.Client";

    /// <summary>The connection only wants to be reached: it enters no room, and lives beside the member's others (<see cref="Contracts.HelloRequest.Background"/>).</summary>
    public bool Background { get; init; }

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Every call ends within this time, answered or not.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A server that is silent for so long is taken for lost; more than twice the server's keep-alive interval.</summary>
    public TimeSpan ServerTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The first pause before connecting again.</summary>
    public TimeSpan ShortestPause { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>The longest pause between two attempts to connect again.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Server-sent events are left out: they do not carry the binary protocol.</summary>
    public HttpTransportType Transports { get; init; } = HttpTransportType.WebSockets | HttpTransportType.LongPolling;

    /// <summary>The authority of a house whose certificate the machine does not know by itself; it is trusted for this house, beside those of the machine.</summary>
    public X509Certificate2? Authority { get; init; }

    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>A path of the house; the house itself may live under a path of its host.</summary>
    internal Uri UriOf(string path) => new(Address.AbsoluteUri.TrimEnd('/') + path);
}
