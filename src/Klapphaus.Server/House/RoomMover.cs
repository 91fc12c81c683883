using Klapphaus.Grains.Rooms;

namespace Klapphaus.Server.House;

/// <summary>
/// Before this process closes its rooms move to the others, as long as all of them are well: once a silo leaves, those who ask for its rooms and those
/// whom it sends them to may each wake one up.
/// </summary>
sealed class RoomMover(LocalRooms rooms, ISiloStatusOracle silos, ILogger<RoomMover> log)
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(20);

    /// <summary>False when there is no other process that could take them.</summary>
    public async Task<bool> HandOverAsync(TimeProvider time)
    {
        var others = silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(s => !s.Equals(silos.SiloAddress)).ToList();
        if (others.Count == 0) return false;
        var began = time.GetTimestamp();
        try
        {
            await rooms.MoveToAsync(others[Random.Shared.Next(others.Count)]).WaitAsync(patience, time);
            while (rooms.Count > 0 && time.GetElapsedTime(began) < patience) await Task.Delay(look, time);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            log.MoveFailed(e.GetType().Name); // the rooms come up elsewhere when they are asked for, and hear from the feeds who is in them
        }
        return true;
    }
}
