using System.Globalization;
using System.Text;

namespace Klapphaus.Desktop.Text;

/// <summary>Words as they are compared: without case and accents. There are two ways to write an umlaut without its dots, and people use both.</summary>
static class Fold
{
    // This process runs without the tables of ICU, so that nothing takes letters apart for us.
    static readonly Dictionary<char, string> letters = Letters(
        ("a", "àáâãäåāăąǎ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěə"), ("g", "ĝğġģǧ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐ"), ("j", "ĵ"),
        ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏőǒ"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšșſ"), ("ss", "ß"), ("t", "ţťŧț"),
        ("th", "þ"), ("u", "ùúûüũūŭůűųǔ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"));

    static readonly Dictionary<char, string> umlauts = new() { ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue" };

    /// <summary>"Köln" as "koln".</summary>
    public static string Plain(string words) => Of(words, isGerman: false);

    /// <summary>"Köln" as "koeln".</summary>
    public static string German(string words) => Of(words, isGerman: true);

    static string Of(string words, bool isGerman)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var letter in words.ToLowerInvariant())
        {
            // Two dots that stand behind their letter, as some machines write them.
            if (letter == '\u0308' && isGerman && folded.Length > 0 && folded[^1] is 'a' or 'o' or 'u')
                folded.Append('e');
            else if (isGerman && umlauts.TryGetValue(letter, out var two))
                folded.Append(two);
            else if (letters.TryGetValue(letter, out var plain))
                folded.Append(plain);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(letter);
        }
        return folded.ToString();
    }

    static Dictionary<char, string> Letters(params (string Plain, string Accented)[] groups) =>
        groups.SelectMany(group => group.Accented.Select(letter => (letter, group.Plain))).ToDictionary(pair => pair.letter, pair => pair.Plain);
}
