using System.Text.Json;
using Klapphaus.Server.House;
using StackExchange.Redis;

namespace Klapphaus.Server.Members;

/// <summary>
/// Ends the connections of a member on every process: here at once, elsewhere by a word through the store. Somebody in a room is sent away by the room as
/// well, so that a store that is gone delays nothing that matters; everybody is asked for their session when they come back.
/// </summary>
sealed class Evictions(IConnectionMultiplexer store, Visitors visitors, ILogger<Evictions> log) : IHostedService
{
    static readonly RedisChannel channel = RedisChannel.Literal("klapphaus/evictions");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var queue = await store.GetSubscriber().SubscribeAsync(channel);
        queue.OnMessage(message => Hear(message.Message!));
    }

    public Task StopAsync(CancellationToken cancellationToken) => store.GetSubscriber().UnsubscribeAsync(channel, flags: CommandFlags.FireAndForget);

    public async Task EvictAsync(Eviction eviction)
    {
        Carry(eviction);
        try
        {
            await store.GetSubscriber().PublishAsync(channel, JsonSerializer.Serialize(eviction));
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            log.Untold(e.GetType().Name);
        }
    }

    void Hear(string message)
    {
        try
        {
            if (JsonSerializer.Deserialize<Eviction>(message) is { } eviction) Carry(eviction);
        }
        catch (JsonException e)
        {
            log.Unreadable(e.Message); // of another version
        }
    }

    void Carry(Eviction eviction)
    {
        foreach (var visitor in visitors.All)
        {
            if (visitor.Caller.Id == eviction.Member && (eviction.Session is null || visitor.Caller.Session == eviction.Session))
                visitors.SendAway(visitor.ConnectionId, eviction.Code, eviction.Ban);
        }
    }
}
