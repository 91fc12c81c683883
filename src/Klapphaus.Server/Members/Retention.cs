using Klapphaus.Grains.House;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Moderation;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Start;
using Klapphaus.Server.Store;
using StackExchange.Redis;

namespace Klapphaus.Server.Members;

/// <summary>Once a day forgets what has been kept for long enough. Several processes may do so at once: there is nothing to forget twice.</summary>
sealed class Retention(IGrainFactory grains, IConnectionMultiplexer store, LogShelf logs, Erasure erasure, StandShelf stands, HouseOptions options, TimeProvider time, ILogger<Retention> log) : BackgroundService
{
    static readonly TimeSpan first = TimeSpan.FromMinutes(10);
    static readonly TimeSpan period = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = first; ; pause = period)
        {
            await Task.Delay(pause, time, stoppingToken);
            try
            {
                await SweepAsync(time.GetUtcNow());
            }
            catch (Exception e) when (e is not OperationCanceledException) // the house goes on without it
            {
                log.NotSwept(e.GetType().Name);
            }
        }
    }

    /// <summary>Forgets what is too old at this time.</summary>
    /// <returns>How many members were forgotten.</returns>
    public async Task<int> SweepAsync(DateTimeOffset now)
    {
        var forgotten = 0;
        await foreach (var key in store.GetServers().First(s => s is { IsConnected: true, IsReplica: false }).KeysAsync(pattern: StoreKeys.MembersPattern))
        {
            var member = StoreKeys.MemberOf(key!);
            if (!await grains.GetGrain<IMemberGrain>(member).ForgetIfGone(now.AddDays(-options.MemberDays))) continue;
            await erasure.EraseTracesAsync(member);
            forgotten++;
        }
        await foreach (var (old, _, month) in logs.AllAsync())
            if (month.AddMonths(options.LogMonths + 1) <= now) await old.Clear();
        foreach (var room in (await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms()).Rooms) await grains.GetGrain<IRoomModerationGrain>(room.Id).Tidy();
        foreach (var stand in await stands.ReadAsync()) await grains.GetGrain<IStandGrain>(stand.Id).Tidy();
        await grains.GetGrain<IHouseModerationGrain>(IHouseGrain.TheHouse).Tidy();
        if (forgotten > 0) log.Swept(forgotten);
        return forgotten;
    }
}
