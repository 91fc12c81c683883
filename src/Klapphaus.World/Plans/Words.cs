using System.Text;
using System.Text.Json;

namespace Klapphaus.World.Plans;

/// <summary>Names and ids in plans.</summary>
static class Words
{
    public const int LongestName = 80;
    const int LongestId = 40;

    public static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && text[0] != '-'
        && text.All(letter => letter is '-' || char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    public static bool IsName(string text) =>
        text.Length <= LongestName && !text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029');

    /// <summary>"Café am Übergang" becomes "cafe-am-uebergang"; empty when nothing is left.</summary>
    public static string ToId(string name)
    {
        var id = new StringBuilder();
        foreach (char letter in name.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            id.Append(letter switch
            {
                'ä' => "ae",
                'ö' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                'é' or 'è' or 'ê' => "e",
                _ when char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) => letter.ToString(),
                _ when id.Length > 0 && id[^1] != '-' => "-",
                _ => "",
            });
        }
        string all = id.ToString();
        return all[..Math.Min(all.Length, LongestId)].TrimEnd('-');
    }

    /// <summary>"de" and, where there is one, "en".</summary>
    public static Dictionary<string, string> Names(string german, string english) =>
        english.Length == 0 ? new() { ["de"] = german } : new() { ["de"] = german, ["en"] = english };

    /// <summary>Reads a text and says so when it cannot be shown.</summary>
    public static string Read(JsonElement? value, string field, string layer, string thing, FaultList faults)
    {
        string text = value.AsText().Trim();
        if (IsName(text))
            return text;
        faults.AddAt(layer, thing, PlanFaultKind.TextUnusable, field, LongestName);
        return "";
    }
}
