using Klapphaus.Grains.House;

namespace Klapphaus.Server.House;

/// <summary>Brings the operator's folder into force: at the start before anybody can come in, and whenever it changes.</summary>
sealed class HousePublisher(HouseFolder folder, IGrainFactory grains, TimeProvider time, ILogger<HousePublisher> log) : BackgroundService
{
    static readonly TimeSpan look = TimeSpan.FromSeconds(1);

    string published = "";

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        published = folder.Signature();
        var faults = await House.Publish(folder.Read());
        if (faults.Length > 0) throw new Start.StartFault(string.Join(" | ", faults));
        await base.StartAsync(cancellationToken);
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
