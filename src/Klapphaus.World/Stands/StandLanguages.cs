using System.Collections.Frozen;

namespace Klapphaus.World.Stands;

/// <summary>
/// The languages that something at a stand may be in, by their names of BCP 47: those that people in German towns read, plain language and sign language.
/// </summary>
public static class StandLanguages
{
    static readonly string[] all =
    [
        "de", "de-simple", "gsg", "en", "ar", "bg", "bs", "cs", "da", "el", "es", "fa", "fi", "fr", "fy", "hr", "hsb", "hu", "it", "ku", "lt", "lv", "nds",
        "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "vi", "zh",
    ];

    static readonly FrozenSet<string> known = all.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>German first.</summary>
    public static IReadOnlyList<string> All => all;

    internal static int Longest { get; } = all.Max(language => language.Length);

    /// <summary>The language as it is in the list, null when it is not.</summary>
    public static string? Read(string raw) => known.TryGetValue(raw.Trim(), out var language) ? language : null;
}
