using System.Globalization;
using System.Text.Json;

namespace Klapphaus.World.Plans;

/// <summary>Makes areas of the objects of the layer "areas".</summary>
sealed class AreaReader(FaultList faults)
{
    const int LargestNumber = 999;

    readonly HashSet<string> _ids = [];
    readonly HashSet<(string Kind, int Number)> _numbers = [];

    public List<Drawn<Area>> Read(IEnumerable<TiledObject> objects) =>
        [.. objects.Where(IsKnown).Select(source => new Drawn<Area>(Read(source), source))];

    bool IsKnown(TiledObject source)
    {
        if (AreaKind.All.Contains(source.Class))
            return true;
        faults.AddAt(source.Layer, source.Label, PlanFaultKind.ClassUnknown, source.Class, string.Join(", ", AreaKind.All));
        return false;
    }

    Area Read(TiledObject source)
    {
        (int number, bool isTold) = ReadNumber(source);
        (string german, string english) = DefaultNames(source.Class, number);
        string name = Words.Read(source.Properties["name"], "name", source.Layer, source.Label, faults);
        if (name.Length == 0)
            name = source.Name;
        string translated = Words.Read(source.Properties["name.en"], "name.en", source.Layer, source.Label, faults);
        return new Area
        {
            Id = ReadId(source, number, isTold),
            Kind = source.Class,
            Names = name.Length > 0 ? Words.Names(name, translated) : Words.Names(german, translated.Length > 0 ? translated : english),
            Rect = source.Rect,
            Number = number,
            Capacity = source.Properties.Capacity(source.Layer, source.Label, 1, MapHead.LargestCapacity, faults) ?? 0,
            Colour = ReadColour(source),
        };
    }

    /// <summary>The number, 0 for none, and whether something was wrong with it.</summary>
    (int Number, bool IsTold) ReadNumber(TiledObject source)
    {
        bool needed = source.Class is AreaKind.Stand or AreaKind.Table;
        JsonElement? value = source.Properties["number"];
        if (value is null && !needed)
            return (0, false);
        if (value.AsWholeNumber() is not { } number || number < (needed ? 1 : 0) || number > LargestNumber)
        {
            faults.AddAt(source.Layer, source.Label, PlanFaultKind.NumberUnusable, value.Quoted(), LargestNumber);
            return (0, true);
        }
        if (number == 0 || _numbers.Add((source.Class, number)))
            return (number, false);
        faults.AddAt(source.Layer, source.Label, PlanFaultKind.NumberTwice, number);
        return (number, true);
    }

    /// <summary>The property "id"; else kind and number, so that a stand may be renamed; else made of the name.</summary>
    string ReadId(TiledObject source, int number, bool isTold)
    {
        string id = source.Properties["id"].AsText();
        bool isChosen = id.Length > 0;
        if (!isChosen)
            id = number > 0 ? $"{source.Class}-{number}" : Words.ToId(source.Name);
        if (id.Length == 0)
            id = source.Class;
        if (!Words.IsId(id))
            faults.AddAt(source.Layer, source.Label, PlanFaultKind.IdUnusable, source.Properties["id"].Quoted());
        // What follows from a number that is wrong needs no second fault.
        else if (!_ids.Add(id) && (isChosen || !isTold))
            faults.AddAt(source.Layer, source.Label, PlanFaultKind.IdTwice, id);
        return id;
    }

    string ReadColour(TiledObject source)
    {
        JsonElement? value = source.Properties["colour"] ?? source.Properties["color"];
        string colour = value.AsText().ToLowerInvariant();
        // Tiled writes what was picked in its colour dialog as #aarrggbb.
        if (colour.Length == 9 && colour.StartsWith("#ff", StringComparison.Ordinal))
            colour = "#" + colour[3..];
        bool usable = colour.Length == 7 && colour[0] == '#' && uint.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
        if (usable)
            return colour;
        if (value.Quoted().Length > 0)
            faults.AddAt(source.Layer, source.Label, PlanFaultKind.ColourUnusable, value.Quoted());
        return "";
    }

    static (string German, string English) DefaultNames(string kind, int number) => kind switch
    {
        AreaKind.Stand => ($"Stand {number}", $"Stand {number}"),
        AreaKind.Table => ($"Tisch {number}", $"Table {number}"),
        AreaKind.Stage => ("Bühne", "Stage"),
        AreaKind.Quiet => ("Ruhebereich", "Quiet area"),
        _ => ("Empfang", "Lobby"),
    };
}
