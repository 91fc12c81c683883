using Klapphaus.Contracts;
using Klapphaus.Grains.Members;

namespace Klapphaus.Server.House;

/// <summary>
/// Asks once a minute for the sessions of those who are connected in the background. They may be so for weeks, and no room ever looks after them: their session runs
/// out in that time, and a word that they have to go may have been lost on its way to this process.
/// </summary>
sealed class SessionRounds(IGrainFactory grains, Visitors visitors, TimeProvider time, ILogger<SessionRounds> log) : BackgroundService
{
    static readonly TimeSpan pause = TimeSpan.FromMinutes(1);

    /// <summary>So many members are asked at a time: one who does not answer holds up no more than these.</summary>
    const int Together = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync();
    }

    /// <summary>Sends away whose session has ended, or who is banned.</summary>
    public async Task LookAsync()
    {
        foreach (var some in visitors.All.Where(v => v is { Welcome: true, IsBackground: true }).Chunk(Together)) await Task.WhenAll(some.Select(LookAsync));
    }

    async Task LookAsync(Visitor visitor)
    {
        try
        {
            var session = await grains.GetGrain<IMemberGrain>(visitor.Caller.Id).CheckSession(visitor.Caller.Session);
            if (session.Error != ErrorCode.None) visitors.SendAway(visitor.ConnectionId, session.Error == ErrorCode.Banned ? DisconnectCode.Banned : DisconnectCode.SessionEnded, session.Ban);
        }
        catch (Exception e) when (e is not OutOfMemoryException) // the house does not answer, or its store; nobody has to go for that, and the next round is soon
        {
            log.SessionUnknown(e.GetType().Name);
        }
    }
}
