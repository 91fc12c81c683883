using Klapphaus.Grains.Rooms;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Moderation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>A silo whose stands go by a clock that the test moves, with their timers. Orleans' own clocks are left alone.</summary>
public sealed class ClockedHouse : IAsyncLifetime
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    InProcessTestCluster cluster = null!;

    public IGrainFactory Grains => cluster.Client;

    /// <summary>What stands have had to say.</summary>
    public RecordingMessenger Messenger { get; } = new();

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Passes(TimeSpan time) => clock.Advance(time);

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddMemoryGrainStorage(Storage.Name));
        builder.ConfigureHost(host => host.Services
            .AddSingleton<TimeProvider>(clock).AddSingleton<LocalRooms>().AddSingleton<RoomAddress>().AddSingleton<IStandMessenger>(Messenger)
            .AddSingleton(new RoomSound(Routed: true)).AddSingleton(new HouseClock(TimeZoneInfo.Utc)).AddSingleton(new FourEyes(IsOn: false))
            .UseTimeProviderForBackgroundAreas(TimeProvider.System));
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync() => await cluster.DisposeAsync();
}
