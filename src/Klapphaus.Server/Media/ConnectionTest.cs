using System.Net.WebSockets;
using Klapphaus.Server.Limits;
using Klapphaus.Server.Members;
using Klapphaus.Server.Start;
using Klapphaus.Server.Web.Description;

namespace Klapphaus.Server.Media;

/// <summary>
/// What the page <c>/verbindung</c> tries, by which people at a town hall find out what their firewall lets through. It needs no session: whoever looks after
/// the firewall has none. So it is given little: a relay for two minutes, a media room to oneself for seconds, and not often.
/// </summary>
static class ConnectionTest
{
    public const string Path = "/api/connection-test";
    public const string RateLimit = "connection-test";

    /// <summary>An attempt asks three or four times; a department tries a few times, from one address.</summary>
    const int PerMinute = 60;

    const int LongestOffer = 16_000;

    static readonly TimeSpan lifetime = TimeSpan.FromMinutes(2);
    static readonly TimeSpan longest = TimeSpan.FromSeconds(15);

    public static void AddConnectionTest(this IServiceCollection services) => services.AddSingleton(CallLimit.PerMinute(RateLimit, ClientAddress.Of, PerMinute));

    public static void MapConnectionTest(this WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal), branch => branch.UseWebSockets());
        var test = app.MapGroup(Path).RequireRateLimiting(RateLimit).For("Media", Callers.Anybody);
        test.MapGet("servers", (HouseOptions options, MediaDesk desk, TimeProvider time) =>
            new ConnectionTestView(IceServers.For("connection-test", options, time.GetUtcNow(), lifetime).IceServers, desk.IsThere))
            .Does("getTestServers", "Tells what a connection can be tried with, and lends a relay for two minutes.").Gives<ConnectionTestView>();
        test.MapGet("socket", EchoAsync).Does("testSocket", "Opens a WebSocket that sends back the one message it gets.")
            .GivesNothing(StatusCodes.Status101SwitchingProtocols).Refuses(ErrorCode.Malformed, ErrorCode.ForeignSite);
        test.MapPost("media", PublishAsync).Does("testMedia", "Takes a browser's offer to send to the media server, and answers it.").Gives<ConnectionTestOffer>();
    }

    /// <summary>Sends back the one message that it gets.</summary>
    static async Task<IResult> EchoAsync(HttpContext http, TimeProvider time)
    {
        if (!http.WebSockets.IsWebSocketRequest) return Problems.Of(http, ErrorCode.Malformed);
        using var limit = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, http.RequestAborted);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        try
        {
            var buffer = new byte[64];
            var read = await socket.ReceiveAsync(buffer.AsMemory(), either.Token);
            if (read.MessageType == WebSocketMessageType.Text && read.EndOfMessage)
                await socket.SendAsync(buffer.AsMemory(0, read.Count), WebSocketMessageType.Text, endOfMessage: true, either.Token);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, either.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // whoever tests has gone, or something between us lets a connection open and nothing through
        }
        return Results.Empty;
    }

    /// <summary>Takes a browser's offer to send, and has somebody at the media server for some seconds who would receive it.</summary>
    static async Task<IResult> PublishAsync(HttpContext http, ConnectionTestOffer offer, TimeProvider time, IServiceProvider services)
    {
        if (offer.Sdp is not { Length: > 0 and <= LongestOffer } sdp || sdp.Contains('\0', StringComparison.Ordinal)) return Problems.Of(http, ErrorCode.Malformed);
        if (services.GetService<IMediaRouter>() is not { } router) return Problems.Of(http, ErrorCode.Unavailable);
        IMediaPlace? place = null;
        try
        {
            place = await router.AdmitAsync($"test/{Guid.NewGuid():N}", "connection-test", Nobody.Guest, http.RequestAborted);
            var answer = await place.PublishAsync(sdp);
            _ = EndLaterAsync(place, time);
            place = null;
            return Results.Ok(new ConnectionTestOffer(answer));
        }
        catch (MediaRouterFault)
        {
            return Problems.Of(http, ErrorCode.Unavailable);
        }
        finally
        {
            if (place is not null) await place.DisposeAsync();
        }
    }

    static async Task EndLaterAsync(IMediaPlace place, TimeProvider time)
    {
        await Task.Delay(longest, time);
        await place.DisposeAsync();
    }

    sealed class Nobody : IMediaGuest
    {
        public static readonly Nobody Guest = new();

        public void Offered(string offer, IReadOnlyList<MediaStreamView> streams)
        {
        }

        public void OthersChanged()
        {
        }

        public void Lost()
        {
        }
    }
}
