namespace Klapphaus.World.Plans;

/// <summary>Whether the parts of a plan fit together: what overlaps, what is blocked, what nobody can walk to.</summary>
sealed class PlanChecks(TileGrid blocked, FaultList faults)
{
    public void Check(List<Drawn<Area>> areas, List<Drawn<Door>> doors, List<Drawn<Entry>> entries)
    {
        CheckOverlaps([.. areas.Where(area => area.Part.Kind is AreaKind.Stand or AreaKind.Table)]);
        TileGrid? unreached = entries.Find(entry => entry.Part.IsDefault).Part is { } start
            ? Reach.From(start.Rect.Tiles(), blocked)
            : null;
        foreach (TiledObject source in areas.Select(area => area.Source).Concat(doors.Select(door => door.Source)).Concat(entries.Select(entry => entry.Source)))
            CheckReach(source, unreached);
    }

    void CheckOverlaps(List<Drawn<Area>> areas)
    {
        for (int i = 0; i < areas.Count; i++)
            foreach (Drawn<Area> earlier in areas.Take(i).Where(earlier => earlier.Part.Rect.Overlaps(areas[i].Part.Rect)))
                faults.AddAt(areas[i].Source.Layer, areas[i].Source.Label, PlanFaultKind.AreasOverlap, earlier.Source.Label);
    }

    void CheckReach(TiledObject source, TileGrid? unreached)
    {
        if (source.Rect.Tiles().All(tile => blocked[tile.X, tile.Y]))
            faults.AddAt(source.Layer, source.Label, PlanFaultKind.Blocked);
        else if (unreached is not null && source.Rect.Tiles().All(tile => unreached[tile.X, tile.Y]))
            faults.AddAt(source.Layer, source.Label, PlanFaultKind.Unreachable);
    }
}
