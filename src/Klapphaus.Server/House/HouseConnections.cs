using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.StackExchangeRedis;
using Microsoft.Extensions.Options;

namespace Klapphaus.Server.House;

/// <summary>SignalR's Redis backplane, with a way from the hub to its connection: feeds write to it without a group or a lookup.</summary>
sealed class HouseConnections(
    ILogger<RedisHubLifetimeManager<HouseHub>> log,
    IOptions<RedisOptions> redis,
    IHubProtocolResolver protocols,
    IOptions<HubOptions> options,
    IOptions<HubOptions<HouseHub>> hubOptions) : RedisHubLifetimeManager<HouseHub>(log, redis, protocols, options, hubOptions)
{
    static readonly object key = new();

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        connection.Items[key] = connection;
        return base.OnConnectedAsync(connection);
    }

    public static HubConnectionContext Of(HubCallerContext caller) => (HubConnectionContext)caller.Items[key]!;
}
