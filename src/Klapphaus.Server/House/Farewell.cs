using Klapphaus.Contracts;
using Klapphaus.Server.Members;
using Klapphaus.Server.Start;

namespace Klapphaus.Server.House;

/// <summary>
/// How a process ends: it says that it takes nobody new, waits until the proxy has heard that, hands its rooms over, and then tells everybody to come back,
/// which they do by themselves: to another process of the house, or to this one after its restart.
/// </summary>
sealed class Farewell(IHostApplicationLifetime lifetime, Visitors visitors, Readiness readiness, HouseOptions options, TimeProvider time, RoomMover? rooms = null) : IHostedService
{
    /// <summary>
    /// So many are told at a time, and the next after <see cref="onTheWay"/>: a process that has just been started takes in a hundred a second, and who is not told
    /// yet walks on. Of more than a thousand there are more at a time, so that it comes to an end.
    /// </summary>
    const int Portion = 20, MostPortions = 50;

    static readonly TimeSpan onTheWay = TimeSpan.FromMilliseconds(200);

    /// <summary>Whoever has been told comes in by another process within this time; what they ask for there may still live here.</summary>
    static readonly TimeSpan moving = TimeSpan.FromSeconds(1.5);

    volatile bool closed;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // SignalR cuts all connections as soon as this returns: what was said must have left by then
        lifetime.ApplicationStopping.Register(() => SayGoodbyeAsync().Wait());
        return Task.CompletedTask;
    }

    /// <summary>A house that closes takes nobody in: who came back already would hold up its end until the host loses patience.</summary>
    public static void Use(WebApplication app)
    {
        var farewell = app.Services.GetRequiredService<Farewell>();
        app.Use((http, next) => farewell.closed ? Problems.Of(http, ErrorCode.Unavailable).ExecuteAsync(http) : next(http));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task SayGoodbyeAsync()
    {
        readiness.Drain();
        if (visitors.All.Count > 0) await Task.Delay(options.Drain, time);
        var others = rooms is not null && await rooms.HandOverAsync(time);
        closed = true;
        var told = visitors.All.Count > 0;
        foreach (var portion in visitors.All.Chunk(Math.Max(Portion, visitors.All.Count / MostPortions)))
        {
            foreach (var visitor in portion) visitors.SendAway(visitor.ConnectionId, DisconnectCode.Restarting);
            await Task.Delay(onTheWay, time);
        }
        if (others && told) await Task.Delay(moving, time);
    }
}
