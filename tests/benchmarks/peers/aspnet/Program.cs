// Plain ASP.NET Core, no Orleans. MODE selects:
//   signalr     SignalR with MessagePack, a group for each cell, each move broadcast at once: what one writes first
//   client      SignalR with MessagePack, one message per client and tick
//   websocket   no SignalR: a WebSocket of Kestrel, one frame per client and tick
using System.Net;
using Klapphaus.Benchmarks.Peers;

var mode = Environment.GetEnvironmentVariable("MODE") ?? throw new InvalidOperationException("MODE is not set.");
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, ArenaGrid.Port));
// no hop to the pool between Kestrel's transport and the handler, which never blocks here
if (mode == "websocket") builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
builder.Services.AddSignalR().AddMessagePackProtocol();
builder.Services.AddSingleton(new Plaza(broadcasts: mode == "signalr"));
if (mode != "signalr") builder.Services.AddHostedService<Ticker>();
await using var app = builder.Build();
app.UseWebSockets();
app.MapHub<PlazaHub>("/hub");
app.Map("/ws", PlazaSocket.ServeAsync);
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("ready"));
await app.RunAsync();
