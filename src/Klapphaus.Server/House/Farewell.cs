using Klapphaus.Contracts;
using Klapphaus.Server.Members;

namespace Klapphaus.Server.House;

/// <summary>Tells everybody that the house restarts, before it does: they come back by themselves.</summary>
sealed class Farewell(IHostApplicationLifetime lifetime, Visitors visitors, TimeProvider time) : IHostedService
{
    static readonly TimeSpan onTheWay = TimeSpan.FromMilliseconds(200);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() =>
        {
            if (visitors.All.Count == 0) return;
            foreach (var visitor in visitors.All) visitors.SendAway(visitor.ConnectionId, DisconnectCode.Restarting);
            // SignalR cuts all connections as soon as this returns: what was said must have left by then
            Task.Delay(onTheWay, time).Wait();
        });
        return Task.CompletedTask;
    }

    /// <summary>A house that closes takes nobody in: who came back already would hold up its end until the host loses patience.</summary>
    public static void Use(WebApplication app) => app.Use((http, next) =>
        app.Lifetime.ApplicationStopping.IsCancellationRequested ? Problems.Of(http, ErrorCode.Unavailable).ExecuteAsync(http) : next(http));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
