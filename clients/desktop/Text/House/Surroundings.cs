using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>How places are spoken of, and what is around oneself.</summary>
/// <param name="words">The language.</param>
/// <param name="standIn">The stand in an area, by the area's id; null for none.</param>
sealed class Surroundings(TextWords words, Func<string, StandSign?> standIn)
{
    /// <summary>So many of the nearest things are named.</summary>
    const int MostNear = 5;

    /// <summary>What an area is called when it is spoken of: "Stand 7, Stadt Weimar".</summary>
    public string Title(AreaView area)
    {
        var name = standIn(area.Id) is { Name.Length: > 0 } stand ? TerminalText.Line(stand.Name) : words.Named(area.Names);
        var kind = area.Number == 0 ? "" : area.Kind switch
        {
            "stand" => words.Say("area.stand", ("number", area.Number)),
            "table" => words.Say("area.table", ("number", area.Number)),
            _ => "",
        };
        return kind.Length == 0 ? name : name.Length == 0 || name == kind ? kind : $"{kind}, {name}";
    }

    public string Title(DoorView door) => words.Say("door.title", ("room", words.Named(door.RoomNames)));

    /// <summary>What more can be said of a stand: what it is about, whether somebody is there, and whether all can see it.</summary>
    public string Detail(StandSign stand) => string.Join(" · ", new[]
    {
        TerminalText.Line(stand.Line), stand.Staffed ? words.Say("stand.staffed") : "", stand.Draft ? words.Say("stand.draft") : "",
    }.Where(part => part.Length > 0));

    /// <summary>What somebody who sees no plan is told of their own place: room, area, and the nearest people, stands and doors.</summary>
    public IReadOnlyList<string> WhereAmI(RoomSummary room, FloorPlanView plan, Position here, IEnumerable<(string Name, Position Place)> people)
    {
        var area = PlanPlaces.AreaAt(plan, here);
        var place = area is null
            ? words.Say("where.inRoom", ("room", words.Named(room.Names)))
            : words.Say("where.inArea", ("room", words.Named(room.Names)), ("area", Title(area)));
        var near = people
            .Concat(plan.Areas.Where(other => other.Kind is "stand" or "table" or "stage" && other.Id != area?.Id).Select(other => (Name: Title(other), Place: PlanPlaces.Middle(other))))
            .Concat(plan.Doors.Select(door => (Name: Title(door), Place: PlanPlaces.Middle(door))))
            .OrderBy(thing => here.DistanceTo(thing.Place)).Take(MostNear)
            .Select(thing => $"{thing.Name}: {Compass.Where(words, here, thing.Place)}").ToList();
        return near.Count == 0 ? [place] : [place, words.Say("where.near", ("list", string.Join("; ", near)))];
    }
}
