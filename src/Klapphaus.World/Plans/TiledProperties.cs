using System.Text.Json;

namespace Klapphaus.World.Plans;

/// <summary>The custom properties of a map or an object; of two with one name the last counts.</summary>
sealed class TiledProperties
{
    readonly Dictionary<string, JsonElement> _values = [];

    public TiledProperties(JsonElement owner)
    {
        foreach (JsonElement property in owner.Items("properties"))
            if (property.Text("name") is { Length: > 0 } name && property.Field("value") is { } value)
                _values[name] = value;
    }

    public JsonElement? this[string name] => _values.TryGetValue(name, out JsonElement value) ? value : null;

    /// <summary>A whole number within bounds; the fallback when it is not there; null and a fault when it is something else.</summary>
    public int? Capacity(string layer, string thing, int least, int most, FaultList faults)
    {
        JsonElement? value = this["capacity"];
        if (value is null)
            return null;
        if (value.AsWholeNumber() is { } number && number >= least && number <= most)
            return number;
        faults.AddAt(layer, thing, PlanFaultKind.CapacityOutOfRange, value.Quoted(), least, most);
        return null;
    }
}
