using System.Net.WebSockets;

namespace Klapphaus.Client;

/// <summary>Tells a lost or slow net from a fault of the program.</summary>
static class NetFailure
{
    public static bool Is(Exception failure) => failure is OperationCanceledException or TimeoutException or HttpRequestException or IOException
        or WebSocketException or AggregateException
        // SignalR's word for "this connection is not active", and for a negotiation that a proxy answered.
        or InvalidOperationException or FormatException or InvalidDataException;
}
