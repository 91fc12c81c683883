using System.Net;
using System.Net.Sockets;
using Klapphaus.Contracts;
using Xunit;

namespace Klapphaus.Client.Tests;

public sealed class UnreachableHouseTests
{
    [Fact]
    public async Task HouseThatIsNotThereIsUnavailable()
    {
        var reply = await HouseConnection.TryConnectAsync(new() { Address = ClosedPort(), Name = "Ada" }, TestContext.Current.CancellationToken);
        Assert.Equal((ErrorCode.Unavailable, null), (reply.Error, reply.Value));
    }

    [Fact]
    public async Task HouseThatNeverAnswersIsUnavailableAfterTheTimeForACall()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var options = new HouseClientOptions { Address = AddressOf(silent), Name = "Ada", CallTimeout = TimeSpan.FromSeconds(1) };
        var connecting = HouseConnection.TryConnectAsync(options, TestContext.Current.CancellationToken);
        var reply = await connecting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(ErrorCode.Unavailable, reply.Error);
    }

    static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return AddressOf(listener);
    }

    static Uri AddressOf(TcpListener listener) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
}
