using System.Text;
using Klapphaus.Grains.House;
using Klapphaus.Grains.Rooms;
using Klapphaus.World.Plans;

namespace Klapphaus.Server.House;

/// <summary>How one walks through the house, from the plans of all rooms. They are read when somebody asks for a way, and looked at anew once in a while.</summary>
sealed class HouseMap(IGrainFactory grains, TimeProvider time)
{
    /// <summary>A room that has been rebuilt is known here after this time.</summary>
    static readonly TimeSpan longest = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    Task<Sheet>? reading;
    long readAt;

    public async Task<HouseWays> WaysAsync() => (await ReadAsync()).Ways;

    Task<Sheet> ReadAsync()
    {
        lock (gate)
        {
            if (reading is { IsCompleted: false } || reading is { IsCompletedSuccessfully: true } && time.GetElapsedTime(readAt) < longest) return reading;
            readAt = time.GetTimestamp();
            return reading = ReadAsync(reading is { IsCompletedSuccessfully: true } ? reading.Result : null);
        }
    }

    async Task<Sheet> ReadAsync(Sheet? known)
    {
        RoomPlan?[] plans;
        try
        {
            var rooms = (await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms()).Rooms;
            plans = await Task.WhenAll(rooms.Select(r => grains.GetGrain<IRoomGrain>(r.Id).Plan()));
        }
        catch (Exception e) when (known is not null && e is OrleansException or TimeoutException)
        {
            return known!; // a room does not answer just now; walls stand where they stood
        }
        string[] written = [.. plans.OfType<RoomPlan>().Select(p => p.Json)];
        if (known?.Written.SequenceEqual(written) == true) return known;
        return new(written, new(plans.OfType<RoomPlan>().Select(p => FloorPlanReader.Read(p.Id, Encoding.UTF8.GetBytes(p.Json)).Plan).OfType<FloorPlan>()));
    }

    /// <summary>The plans as they were written, and the ways that they make.</summary>
    sealed record Sheet(string[] Written, HouseWays Ways);
}
