using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Klapphaus.Server.House;
using Klapphaus.Server.Rooms;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>Two ways onto one WebSocket, between two real sockets.</summary>
public sealed class ShortWayTests(SmallHouse shared) : IClassFixture<SmallHouse>, IAsyncLifetime
{
    /// <summary>More than a kernel holds between two sockets that nobody reads.</summary>
    const int Much = 16 * 1024 * 1024;

    static readonly CancellationToken never = CancellationToken.None;
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    TcpClient here = null!, there = null!;
    ShortWay way = null!;
    WebSocket client = null!;

    public async ValueTask InitializeAsync()
    {
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        there = new();
        await there.ConnectAsync((IPEndPoint)door.LocalEndpoint);
        here = await door.AcceptTcpClientAsync();
        way = new(WebSocket.CreateFromStream(here.GetStream(), new WebSocketCreationOptions { IsServer = true }));
        client = WebSocket.CreateFromStream(there.GetStream(), new WebSocketCreationOptions());
    }

    public ValueTask DisposeAsync()
    {
        way.Dispose();
        client.Dispose();
        here.Dispose();
        there.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task NoMessageIsTornApartByOneOfTheOtherWay()
    {
        var transport = Task.Run(async () =>
        {
            for (byte i = 0; i < 200; i++)
            {
                await way.SendAsync(new byte[] { 1, i }.AsMemory(), WebSocketMessageType.Binary, endOfMessage: false, never);
                await Task.Yield();
                await way.SendAsync(new byte[] { i, 1 }.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, never);
            }
        });
        var feed = Task.Run(async () =>
        {
            for (byte i = 0; i < 200; i++)
            {
                await way.WriteAsync(new byte[] { 2, i, i });
                await Task.Yield();
            }
        });
        var (last, buffer) = (new int[3] { -1, -1, -1 }, new byte[64]);
        for (var message = 0; message < 400; message++)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await client.ReceiveAsync(buffer.AsMemory(length), never).AsTask().WaitAsync(patience);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            byte[] expected = buffer[0] == 1 ? [1, buffer[1], buffer[1], 1] : [2, buffer[1], buffer[1]];
            Assert.Equal(expected, buffer[..length]);
            Assert.Equal(last[buffer[0]] + 1, buffer[1]); // each way keeps its order
            last[buffer[0]] = buffer[1];
        }
        await Task.WhenAll(transport, feed);
    }

    [Fact]
    public async Task WhoDoesNotReadIsWaitedForAndTheTransportWaitsItsTurn()
    {
        var large = way.WriteAsync(new byte[Much]).AsTask();
        var small = way.SendAsync(new byte[] { 7 }.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, never).AsTask();
        Assert.False(large.IsCompleted);
        Assert.False(small.IsCompleted);
        var buffer = new byte[64 * 1024];
        var received = 0;
        ValueWebSocketReceiveResult part;
        do received += (part = await client.ReceiveAsync(buffer.AsMemory(), never).AsTask().WaitAsync(patience)).Count;
        while (!part.EndOfMessage);
        Assert.Equal(Much, received);
        Assert.Equal((1, 7), ((await client.ReceiveAsync(buffer.AsMemory(), never).AsTask().WaitAsync(patience)).Count, buffer[0]));
        await Task.WhenAll(large, small).WaitAsync(patience);
    }

    [Fact]
    public async Task OnAClosedSocketNothingHangs()
    {
        await way.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", never);
        await Assert.ThrowsAsync<WebSocketException>(() => way.WriteAsync(new byte[] { 1 }).AsTask().WaitAsync(patience));
        await Assert.ThrowsAsync<WebSocketException>(() => way.WriteAsync(new byte[] { 1 }).AsTask().WaitAsync(patience)); // the turn was given back
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets, true)]
    [InlineData(HttpTransportType.LongPolling, false)]
    public async Task OnlyAWebSocketHasOneAndEverybodySeesTheSame(HttpTransportType transport, bool isShort)
    {
        var house = shared.Open;
        await using var bo = await house.Enter("Bo", "foyer");
        await using var ada = new Person(await Klapphaus.Client.HouseConnection.ConnectAsync(new() { Address = house.Address, Name = "Ada", Transports = transport }));
        await ada.Enter("foyer");
        Assert.Equal(isShort, house.Services.GetRequiredService<Visitors>().All.Single(v => v.Caller.Id == ada.Id).Outlet.IsShort);
        await bo.WalkTo(6, 2);
        await ada.Sees(bo.At(6, 2));
        await ada.WalkTo(8, 2);
        await bo.Sees(ada.At(8, 2));
    }
}
