using System.Collections.Concurrent;

namespace Klapphaus.Grains.Rooms;

/// <summary>The rooms that live in this process.</summary>
public sealed class LocalRooms
{
    readonly ConcurrentDictionary<string, IRoomGrain> rooms = new(StringComparer.Ordinal);

    public int Count => rooms.Count;

    /// <summary>Asks every room to move to another silo, with everybody in it; those that nobody is in simply end.</summary>
    public async Task MoveToAsync(SiloAddress silo)
    {
        foreach (var room in rooms.Values) await room.MoveTo(silo);
    }

    internal void Add(string id, IRoomGrain room) => rooms[id] = room;

    internal void Remove(string id) => rooms.TryRemove(id, out _);
}
