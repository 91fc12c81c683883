using System.Net;
using System.Net.Sockets;

namespace Klapphaus.Server.Start;

static class Ports
{
    /// <summary>The configured port; else any free one of this machine where nobody else has to know it, else the usual one.</summary>
    public static int Choose(int configured, bool any, int usual) => configured > 0 ? configured : any ? Free() : usual;

    /// <summary>A port of the loopback interface that was free a moment ago.</summary>
    public static int Free()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
