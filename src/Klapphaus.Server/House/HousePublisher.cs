using Klapphaus.Grains.House;

namespace Klapphaus.Server.House;

/// <summary>Brings the operator's folder into force: at the start before anybody can come in, and whenever it changes.</summary>
sealed class HousePublisher(HouseFolder folder, IGrainFactory grains, TimeProvider time, ILogger<HousePublisher> log) : BackgroundService
{
    /// <summary>So often the house is asked at the start, which takes half a minute when it never answers.</summary>
    const int MostTries = 5;

    static readonly TimeSpan look = TimeSpan.FromSeconds(1);

    string published = "";

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        published = folder.Signature();
        var faults = await PublishFirstAsync(folder.Read(), cancellationToken);
        if (faults.Length > 0) throw new Start.StartFault(string.Join(" | ", faults));
        await base.StartAsync(cancellationToken);
    }

    /// <summary>A machine that has much to do just then answers late, and a house that opens late is better than one that does not.</summary>
    async Task<string[]> PublishFirstAsync(HouseFiles files, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await House.Publish(files);
            }
            catch (Exception e) when (e is OrleansException or TimeoutException && tries < MostTries)
            {
                log.HouseSilent(e.GetType().Name);
                await Task.Delay(look, time, cancellation);
            }
        }
    }

    IHouseGrain House => grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PublishChangesAsync();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or OrleansException or TimeoutException)
            {
                log.FolderUnreadable(e.Message); // an editor may be saving right now; looked at again in a second
            }
        }
    }

    async Task PublishChangesAsync()
    {
        var now = folder.Signature();
        if (now == published) return;
        var faults = await House.Publish(folder.Read());
        published = now;
        if (faults.Length == 0) log.HouseChanged();
        foreach (var fault in faults) log.PlanFault(fault);
    }
}
