using Microsoft.Extensions.DependencyInjection;
using Orleans.GrainDirectory;

namespace Klapphaus.Grains.Rooms;

/// <summary>
/// Holds a living room's entry in the directory by which the processes of a house find it. The directory is in the store, and a store that was restored
/// from an older copy does not know of rooms that woke up since: others would wake up a second one.
/// </summary>
public sealed class RoomAddress(IServiceProvider services)
{
    /// <summary>How often a room looks, in milliseconds.</summary>
    public const long Interval = 2_000;

    /// <summary>Null in a house of one process, which keeps its directory itself.</summary>
    readonly IGrainDirectory? directory = services.GetKeyedService<IGrainDirectory>(GrainDirectoryAttribute.DEFAULT_GRAIN_DIRECTORY);

    /// <summary>
    /// Puts the entry back when there is none. Whoever has it keeps it: a machine that was hung for a while takes the others for dead, and is about to end
    /// itself.
    /// </summary>
    public async Task HoldAsync(GrainAddress mine)
    {
        if (directory is not null && await directory.Lookup(mine.GrainId) is null) await directory.Register(mine, null);
    }
}
