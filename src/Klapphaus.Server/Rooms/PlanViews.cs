using System.Text;
using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Conversations;
using Klapphaus.World.Plans;

namespace Klapphaus.Server.Rooms;

/// <summary>A room as clients are told of it: translated from the plan once, used for everybody.</summary>
sealed class PlanViews
{
    readonly FloorPlan plan;

    PlanViews(FloorPlan plan, RoomPlan source)
    {
        this.plan = plan;
        Floor = new()
        {
            Version = plan.Version,
            Width = plan.Width,
            Height = plan.Height,
            Walls = plan.WallBits,
            Furniture = plan.FurnitureBits,
            Areas = [.. plan.Areas.Select(Area)],
            Doors = [.. plan.Doors.Select(d => Door(d, source))],
        };
    }

    public string Id => plan.Id;

    public FloorPlanView Floor { get; }

    /// <summary>Null when it cannot be read; the grain has checked it, so that is a fault of ours.</summary>
    public static PlanViews? Read(RoomPlan source) =>
        FloorPlanReader.Read(source.Id, Encoding.UTF8.GetBytes(source.Json)).Plan is { } plan ? new(plan.WithCapacity(source.Capacity), source) : null;

    public RoomSummary Summary(int people) =>
        new() { Id = plan.Id, Names = plan.Names, Kind = plan.Kind, People = people, Capacity = plan.Capacity };

    public static PersonView Person(RoomPerson person) => new()
    {
        Handle = person.Handle,
        Member = new() { Id = person.Member, Name = person.Name, Affiliation = person.Affiliation, Role = person.Role, Verified = person.Verified },
        Availability = TalkViews.Word(person.Availability),
    };

    static AreaView Area(Area area) => new()
    {
        Id = area.Id,
        Kind = area.Kind,
        Names = area.Names,
        X = area.Rect.X,
        Y = area.Rect.Y,
        Width = area.Rect.Width,
        Height = area.Rect.Height,
        Number = area.Number,
        Capacity = area.Capacity,
        Colour = area.Colour,
    };

    static DoorView Door(Door door, RoomPlan source) => new()
    {
        Id = door.Id,
        Room = door.Room,
        RoomNames = source.Neighbours.GetValueOrDefault(door.Room) ?? new(StringComparer.Ordinal) { ["de"] = door.Room },
        X = door.Rect.X,
        Y = door.Rect.Y,
        Width = door.Rect.Width,
        Height = door.Rect.Height,
    };
}
