// .NET sockets with WebSocket framing by hand, no Kestrel, no pipes: what the runtime allows at best, and the ruler for all .NET peers. Not a server to copy.
using System.Net;
using System.Net.Sockets;
using Klapphaus.Benchmarks.Peers;

using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
listener.Bind(new IPEndPoint(IPAddress.Loopback, ArenaGrid.Port));
listener.Listen(512);
var plaza = new RawPlaza();
new Thread(plaza.TickForever) { IsBackground = true }.Start();
Console.WriteLine("ready");
while (true)
{
    var socket = await listener.AcceptAsync();
    _ = RawPeer.WelcomeAsync(socket, plaza);
}
