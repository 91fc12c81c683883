using Microsoft.AspNetCore.SignalR;
using StackExchange.Redis;

namespace Klapphaus.Server.House;

/// <summary>
/// Tells members something wherever in the house they are, by whichever process has their connection. Who is not there is not told: what matters is stored, and
/// read when they come.
/// </summary>
sealed class Messenger(IHubContext<HouseHub> house, ILogger<Messenger> log)
{
    /// <param name="members">Their ids.</param>
    /// <param name="what">The name of the message.</param>
    /// <param name="news">What it says.</param>
    public async Task TellAsync(IReadOnlyList<string> members, string what, object news)
    {
        if (members.Count == 0) return;
        try
        {
            await house.Clients.Users(members).SendAsync(what, news);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            log.Untold(what, e.GetType().Name);
        }
    }
}
