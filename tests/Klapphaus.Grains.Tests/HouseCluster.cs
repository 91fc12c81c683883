using Klapphaus.Grains.House;
using Klapphaus.Grains.Rooms;
using Klapphaus.Grains.Stands;
using Klapphaus.Grains.Tests.Stands;
using Klapphaus.World.Moderation;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

[assembly: AssemblyFixture(typeof(Klapphaus.Grains.Tests.HouseCluster))]

namespace Klapphaus.Grains.Tests;

/// <summary>A silo with the shipped house in it.</summary>
public sealed class HouseCluster : IAsyncLifetime
{
    readonly TimeProvider time;

    const string Memory = "memory";

    InProcessTestCluster cluster = null!;

    /// <summary>What stands have had to say.</summary>
    public RecordingMessenger Messenger { get; } = new();

    public HouseCluster()
        : this(TimeProvider.System)
    {
    }

    internal HouseCluster(TimeProvider time) => this.time = time;

    public IGrainFactory Grains => cluster.Client;

    public IHouseGrain House => Grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse);

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage(Memory);
            silo.Services.AddKeyedSingleton<IGrainStorage>(Storage.Name, (services, _) => new ReluctantStorage(services.GetRequiredKeyedService<IGrainStorage>(Memory)));
        });
        builder.ConfigureHost(host => host.Services.AddSingleton(time).AddSingleton<IStandMessenger>(Messenger).AddSingleton<LocalRooms>().AddSingleton<RoomAddress>().AddSingleton(new RoomSound(Routed: true)).AddSingleton(new HouseClock(TimeZoneInfo.Utc)).AddSingleton(new FourEyes(IsOn: false)));
        cluster = builder.Build();
        await cluster.DeployAsync();
        Assert.Empty(await House.Publish(ShippedHouse()));
    }

    public async ValueTask DisposeAsync() => await cluster.DisposeAsync();

    public static HouseFiles ShippedHouse(Action<Dictionary<string, byte[]>>? change = null)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "house");
        var plans = Directory.EnumerateFiles(folder, "*.tmj").ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
        change?.Invoke(plans);
        return new() { Settings = File.ReadAllBytes(Path.Combine(folder, "house.json")), Plans = plans };
    }
}
