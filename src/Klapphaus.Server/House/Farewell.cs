using Klapphaus.Contracts;

namespace Klapphaus.Server.House;

/// <summary>Tells everybody that the house restarts, before it does: they come back by themselves.</summary>
sealed class Farewell(IHostApplicationLifetime lifetime, Visitors visitors) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() =>
        {
            foreach (var visitor in visitors.All) visitors.SendAway(visitor.ConnectionId, DisconnectCode.Restarting);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
