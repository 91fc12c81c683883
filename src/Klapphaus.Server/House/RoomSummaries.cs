using Klapphaus.Contracts;
using Klapphaus.Grains.House;

namespace Klapphaus.Server.House;

/// <summary>The index of rooms as clients are told of it.</summary>
static class RoomSummaries
{
    public static RoomSummary[] Of(RoomIndex index) =>
        [.. index.Rooms.Select(r => new RoomSummary { Id = r.Id, Names = r.Names, Kind = r.Kind, People = r.People, Capacity = r.Capacity })];
}
