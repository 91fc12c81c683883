using Orleans.Concurrency;

namespace Klapphaus.Grains.Rooms;

/// <summary>A server process that has clients in a room.</summary>
[Alias("Klapphaus.IRoomObserver")]
public interface IRoomObserver : IGrainObserver
{
    /// <summary>What changed. Ticks are numbered without gaps; who misses one attaches again.</summary>
    [OneWay]
    [Alias("Ticked")]
    Task Ticked(RoomTick tick);
}
