using System.Net;
using Klapphaus.Grains;
using Klapphaus.Server.Store;
using Klapphaus.Server.Telemetry;
using Orleans.Configuration;

namespace Klapphaus.Server.Start;

/// <summary>How the processes of one house find each other, and how soon they notice that one is gone. All of it lives in the store.</summary>
static class HouseCluster
{
    /// <summary>
    /// Silos look after each other this often. With two looks missed and one voice, which is all that two machines have, a dead one is known to be dead
    /// within three seconds. A machine that is only slow is given longer by Orleans itself, which knows when its own threads are late.
    /// </summary>
    static readonly TimeSpan look = TimeSpan.FromSeconds(1);

    public static void AddCluster(this WebApplicationBuilder builder, HouseOptions options, HouseStore store)
    {
        if (options.HasRooms) builder.UseOrleans(silo => Configure(silo, options, store));
        else builder.UseOrleansClient(client => Configure(client, options, store));
        builder.Services.Configure<ClusterOptions>(o => (o.ServiceId, o.ClusterId) = (HouseStore.ServiceId, HouseStore.ClusterId));
        // a call to a machine that has just died is better asked again than waited for
        builder.Services.Configure<ConnectionOptions>(o => (o.OpenConnectionTimeout, o.ConnectionRetryDelay) = (TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(500)));
    }

    static void Configure(ISiloBuilder silo, HouseOptions options, HouseStore store)
    {
        silo.ConfigureEndpoints(
            IPAddress.Parse(options.ClusterAddress), Ports.Choose(options.SiloPort, store.Embedded, 11111), Ports.Choose(options.GatewayPort, store.Embedded, 30000));
        silo.UseRedisClustering(o => o.ConfigurationOptions = store.Options());
        // Kept by the silos themselves, a silo's share of the addresses goes with it, and the rooms in it end on machines that are well.
        if (!store.Embedded) silo.UseRedisGrainDirectoryAsDefault(o => o.ConfigurationOptions = store.Options());
        silo.AddRedisGrainStorage(Storage.Name, o =>
        {
            o.ConfigurationOptions = store.Options();
            o.GrainStorageSerializer = new JsonGrainSerializer();
            o.DeleteStateOnClear = true; // who is forgotten is not in the name of a key either
        });
        if (options.Dashboard) silo.AddClusterDashboard();
        silo.Services.AddSingleton<IFatalErrorHandler, SuddenEnd>();
        silo.UseRedisReminderService(o => o.ConfigurationOptions = store.Options());
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            o.ProbeTimeout = look;
            o.MaxProbeTimeout = 1.5 * look; // Orleans stretches it up to fourfold by what it measures: too long for people who wait
            o.NumMissedProbesLimit = 2;
            o.NumVotesForDeathDeclaration = 1;
            o.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        });
        silo.Configure<SiloMessagingOptions>(o =>
        {
            o.ResponseTimeout = TimeSpan.FromSeconds(5);
            o.SystemResponseTimeout = TimeSpan.FromSeconds(5);
            o.ClientDropTimeout = TimeSpan.FromSeconds(20); // as long as a room is patient with a silent feed
        });
    }

    static void Configure(IClientBuilder client, HouseOptions options, HouseStore store)
    {
        if (options.Dashboard) client.AddClusterDashboard();
        client.UseRedisClustering(o => o.ConfigurationOptions = store.Options());
        client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2));
        client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(5));
        // a gateway may be started before the first silo is
        client.UseConnectionRetryFilter(static async (_, cancellation) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellation);
            return true;
        });
    }
}
