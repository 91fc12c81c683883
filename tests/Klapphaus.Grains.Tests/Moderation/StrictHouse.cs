using Klapphaus.Grains.Moderation;
using Klapphaus.Grains.Rooms;
using Klapphaus.World.Moderation;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Klapphaus.Grains.Tests.Moderation;

/// <summary>A silo of a house that wants a second pair of eyes, and whose clock can be put forward. Orleans' own clocks are left alone.</summary>
public sealed class StrictHouse : IAsyncLifetime
{
    readonly MovedClock clock = new();
    InProcessTestCluster cluster = null!;

    public IGrainFactory Grains => cluster.Client;

    /// <summary>A list of bans of its own.</summary>
    public IHouseModerationGrain NewBook() => Grains.GetGrain<IHouseModerationGrain>($"house-{Guid.NewGuid():N}");

    public DateTimeOffset Now => clock.GetUtcNow();

    public void PutForward(TimeSpan by) => clock.Ahead += by;

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddMemoryGrainStorage(Storage.Name));
        builder.ConfigureHost(host => host.Services
            .AddSingleton<TimeProvider>(clock).AddSingleton<LocalRooms>().AddSingleton<RoomAddress>()
            .AddSingleton(new RoomSound(Routed: true)).AddSingleton(new HouseClock(TimeZoneInfo.Utc)).AddSingleton(new FourEyes(IsOn: true))
            .UseTimeProviderForBackgroundAreas(TimeProvider.System));
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync() => await cluster.DisposeAsync();

    /// <summary>The machine's clock, put forward; timers go by the machine's.</summary>
    sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => TimeProvider.System.GetUtcNow() + Ahead;
    }
}
