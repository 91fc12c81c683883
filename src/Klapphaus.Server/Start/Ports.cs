using System.Net;
using System.Net.Sockets;

namespace Klapphaus.Server.Start;

static class Ports
{
    /// <summary>Below those that a system gives to outgoing connections (Linux: from 32768): one of these could take it in the next moment.</summary>
    const int Lowest = 20_000, Above = 32_000;

    static readonly Lock gate = new();
    static readonly HashSet<int> given = [];

    /// <summary>The configured port; else any free one of this machine where nobody else has to know it, else the usual one.</summary>
    public static int Choose(int configured, bool any, int usual) => configured > 0 ? configured : any ? Free() : usual;

    /// <summary>A port of the loopback interface that was free a moment ago; never the same twice.</summary>
    public static int Free(int lowest = Lowest, int above = Above)
    {
        lock (gate)
        {
            while (true)
            {
                var port = Random.Shared.Next(lowest, above);
                if (IsFree(port) && given.Add(port)) return port;
            }
        }
    }

    static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
