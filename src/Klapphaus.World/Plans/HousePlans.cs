namespace Klapphaus.World.Plans;

/// <summary>The rooms of a house, whose doors all lead somewhere.</summary>
public sealed class HousePlans
{
    readonly Dictionary<string, FloorPlan> _byId;

    internal HousePlans(HouseSettings settings, IReadOnlyList<FloorPlan> rooms)
    {
        Settings = settings;
        Rooms = rooms;
        _byId = rooms.ToDictionary(room => room.Id);
    }

    public HouseSettings Settings { get; }

    /// <summary>As listed, and then those that are not, by id. Capacities are those that hold.</summary>
    public IReadOnlyList<FloorPlan> Rooms { get; }

    public FloorPlan Start => _byId[Settings.StartRoom];

    public FloorPlan? Find(string roomId) => _byId.GetValueOrDefault(roomId);
}
