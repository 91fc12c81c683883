using System.Globalization;
using System.Text.Json;

namespace Klapphaus.World.Plans;

/// <summary>Looks into JSON without believing what kind of value is there.</summary>
static class JsonFields
{
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <summary>The text in a field, or empty when there is none.</summary>
    public static string Text(this JsonElement element, string name) => element.Field(name).AsText();

    public static string AsText(this JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>The number in a field; 0 when there is none, and none is infinite.</summary>
    public static double Number(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : 0;

    public static bool IsTrue(this JsonElement element, string name) => element.Field(name).AsTruth();

    /// <summary>A property's value may have been typed as text by mistake, which we do not hold against anybody.</summary>
    public static bool AsTruth(this JsonElement? value) =>
        value is { ValueKind: JsonValueKind.True } || value.AsText().Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole number, also one written as 7.0 or "7"; null when it is anything else.</summary>
    public static int? AsWholeNumber(this JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out double d) && d == Math.Floor(d) && Math.Abs(d) <= int.MaxValue => (int)d,
        { ValueKind: JsonValueKind.String } => int.TryParse(value.AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) ? n : null,
        _ => null,
    };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>What stands there, shortened, for the words of a fault.</summary>
    public static string Quoted(this JsonElement? value)
    {
        string text = value is { ValueKind: JsonValueKind.String } ? value.AsText() : value?.GetRawText() ?? "";
        return text.Length <= 40 ? text : text[..40] + "...";
    }
}
