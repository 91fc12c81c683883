namespace Klapphaus.World.Plans;

/// <summary>Makes entries of the objects of the layer "entries"; an object's name is the entry's id.</summary>
static class EntryReader
{
    public static List<Drawn<Entry>> Read(IEnumerable<TiledObject> objects, FaultList faults)
    {
        var entries = new List<Drawn<Entry>>();
        var ids = new ObjectIds("entry", faults);
        foreach (TiledObject source in objects)
        {
            bool isDefault = source.Properties["default"].AsTruth();
            if (isDefault && entries.Exists(earlier => earlier.Part.IsDefault))
                faults.AddAt(source.Layer, source.Label, PlanFaultKind.DefaultEntryTwice);
            entries.Add(new(new Entry(ids.Take(source), source.Rect, isDefault), source));
        }
        return entries;
    }
}
