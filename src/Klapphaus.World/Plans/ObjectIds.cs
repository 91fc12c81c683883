namespace Klapphaus.World.Plans;

/// <summary>Takes ids from the names of objects in a layer that holds one class only.</summary>
sealed class ObjectIds(string wantedClass, FaultList faults)
{
    readonly HashSet<string> _ids = [];

    public string Take(TiledObject source)
    {
        if (source.Class is not "" && source.Class != wantedClass)
            faults.AddAt(source.Layer, source.Label, PlanFaultKind.ClassUnknown, source.Class, wantedClass);
        if (!Words.IsId(source.Name))
            faults.AddAt(source.Layer, source.Label, PlanFaultKind.IdUnusable, source.Name);
        else if (!_ids.Add(source.Name))
            faults.AddAt(source.Layer, source.Label, PlanFaultKind.IdTwice, source.Name);
        return source.Name;
    }
}
