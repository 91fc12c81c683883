namespace Klapphaus.World.Stands;

/// <summary>
/// The order of lists. Where an item stands is a field of its own, so that one host moves what the other writes; two that insert in one place at once both
/// find room there.
/// </summary>
public sealed partial class StandContent
{
    /// <summary>The items of a list, in its order.</summary>
    public IReadOnlyList<StandItem> Items(StandPart part) =>
        [.. fields.Where(f => f.Key.Part == part && !f.Key.IsPlace && StandParts.IsList(part) && f.Value.Value is not null)
            .OrderBy(f => PlaceOf(f.Key)).ThenBy(f => f.Key.Item, StringComparer.Ordinal)
            .Select(f => new StandItem(f.Key.Item, f.Value.Value!))];

    EditResult Move(StandEdit edit, string by, DateTimeOffset now)
    {
        var item = Find(edit.Field.Content);
        if (item.Value is null) return Outdated(item);
        var current = Find(edit.Field);
        if (StandsBehind(edit.Field, edit.Behind)) return new(EditVerdict.Same, current, []);
        if (edit.Revision != current.Revision) return Outdated(current);
        var place = PlaceBehind(edit.Field.Part, edit.Behind);
        return Put(edit.Field, new() { Place = place }, new(by, now));
    }

    bool StandsBehind(StandField field, string? behind)
    {
        var ids = Items(field.Part).Select(item => item.Id).ToList();
        var index = ids.IndexOf(field.Item);
        return behind is null ? index == ids.Count - 1 : behind == field.Item || behind == (index == 0 ? "" : ids[index - 1]);
    }

    /// <summary>A free place behind an item, also one that was taken away meanwhile; the end when nobody knows it any more.</summary>
    long PlaceBehind(StandPart part, string? behind)
    {
        while (true)
        {
            // also what an undoing might bring back is occupied, so that no two items ever come to stand in one place
            var known = KnownPlaces(part);
            if (known.Count == 0) return 0;
            var anchor = string.IsNullOrEmpty(behind) ? null : PlaceOf(new(part, behind));
            long? low = behind is "" ? null : anchor ?? known.Max;
            long? high = behind is "" ? known.Min : known.Where(place => place > low).Select(place => (long?)place).FirstOrDefault();
            if (Places.Between(low, high) is { } free) return free;
            Spread(part, Places.Spread(known));
        }
    }

    long? PlaceOf(StandField field) => Find(field.Place).Value?.Place;

    SortedSet<long> KnownPlaces(StandPart part)
    {
        var versions = fields.Where(f => f.Key.IsPlace && f.Key.Part == part).Select(f => f.Value)
            .Concat(history.Where(c => c.Field.IsPlace && c.Field.Part == part).SelectMany(c => new[] { c.Before, c.After }));
        return [.. versions.Where(v => v.Value is not null).Select(v => v.Value!.Place)];
    }

    /// <summary>Gives all places of a list anew, in what is and in what was. The order is the same, so that no revision changes.</summary>
    void Spread(StandPart part, Dictionary<long, long> spread)
    {
        FieldVersion Anew(FieldVersion version) =>
            version.Value is { } value ? version with { Value = value with { Place = spread[value.Place] } } : version;

        foreach (var (field, version) in fields.Where(f => f.Key.IsPlace && f.Key.Part == part).ToList()) fields[field] = Anew(version);
        for (var i = 0; i < history.Count; i++)
        {
            if (history[i] is { Field.IsPlace: true } change && change.Field.Part == part)
                history[i] = change with { Before = Anew(change.Before), After = Anew(change.After) };
        }
    }
}
