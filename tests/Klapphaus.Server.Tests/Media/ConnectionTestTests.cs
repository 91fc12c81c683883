using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Media;

/// <summary>The test of the connection is open to all, and gives nobody anything that lasts.</summary>
public sealed class ConnectionTestTests(RelayingHouse shared) : IClassFixture<RelayingHouse>, IDisposable
{
    readonly HttpClient http = new() { BaseAddress = shared.Open.Address };

    public void Dispose() => http.Dispose();

    static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PasswordsForTheRelayHoldForMinutes()
    {
        var answer = (await http.GetFromJsonAsync<JsonObject>("/api/connection-test/servers", Now))!;
        var relay = answer["iceServers"]!.AsArray().Single(s => s!["username"] is not null)!;
        var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(((string)relay["username"]!).Split(':')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(until - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2.1));
        Assert.False((bool)answer["mediaServer"]!);
    }

    [Fact]
    public async Task WebSocketSendsBackWhatItGets()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(shared.Open.Address) { Scheme = "ws", Path = "/api/connection-test/socket" }.Uri, Now);
        await socket.SendAsync("Klapphaus"u8.ToArray(), WebSocketMessageType.Text, true, Now);
        var buffer = new byte[100];
        var read = await socket.ReceiveAsync(buffer, Now);
        Assert.Equal("Klapphaus", Encoding.UTF8.GetString(buffer, 0, read.Count));
        Assert.Equal(WebSocketMessageType.Close, (await socket.ReceiveAsync(buffer, Now)).MessageType);
        using var plain = await http.GetAsync("/api/connection-test/socket", Now);
        Assert.Equal(HttpStatusCode.BadRequest, plain.StatusCode);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"sdp":""}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"sdp":"v=0\u0000"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"sdp":"v=0"}""", HttpStatusCode.ServiceUnavailable)] // there is no media server here
    public async Task OfferIsAnsweredClearly(string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("/api/connection-test/media", content, Now);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task OnesOwnServersAreForThoseWhoAreSignedIn()
    {
        using var answer = await http.GetAsync("/api/ice", Now);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}

/// <summary>A house that has a relay by name.</summary>
public sealed class RelayingHouse : IAsyncLifetime
{
    internal TestHouse Open { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Open = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:TurnUrls", "stun:haus.example:3478,turns:haus.example:443?transport=tcp", "--Klapphaus:TurnSecret", "geheim");

    public ValueTask DisposeAsync() => Open.DisposeAsync();
}
