using Klapphaus.Contracts;
using Klapphaus.Grains.House;

namespace Klapphaus.Server.House;

/// <summary>The index of rooms as clients are told of it.</summary>
static class RoomSummaries
{
    public static RoomSummary[] Of(RoomIndex index) =>
        [.. index.Rooms.Select(r => new RoomSummary { Id = r.Id, Names = r.Names, Kind = r.Kind, People = r.People, Capacity = r.Capacity })];

    /// <summary>Where somebody arrives to whom only some rooms are open: in the first of them, unless the usual one is among them.</summary>
    public static string StartFor(string[] rooms, RoomIndex index) =>
        rooms.Length == 0 || rooms.Contains(index.Start) ? index.Start : index.Rooms.FirstOrDefault(r => rooms.Contains(r.Id))?.Id ?? index.Start;
}
