using System.Buffers;
using System.Globalization;
using System.Text;

namespace Klapphaus.Server.Stands;

/// <summary>
/// Names of files, made of titles that anybody may have written: no way out of the folder into which they are unpacked, nothing that a system takes for a device
/// or cannot write, and each only once.
/// </summary>
sealed class SafeNames
{
    /// <summary>In bytes of UTF-8: with an ending and a number it is still short enough for every system.</summary>
    const int Longest = 180;

    static readonly SearchValues<char> forbidden = SearchValues.Create("<>:\"/\\|?*");

    /// <summary>Names of devices on Windows, whatever they end with.</summary>
    static readonly HashSet<string> devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. "0123456789¹²³".SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>Systems that do not tell small letters from capitals would write one over the other.</summary>
    readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="title">As somebody has written it.</param>
    /// <param name="ending">As in <c>.pdf</c>; the house has made it.</param>
    public string Of(string title, string ending)
    {
        var stem = Stem(title);
        for (var number = 1; ; number++)
        {
            var name = (number == 1 ? stem : $"{stem} ({number})") + ending;
            if (taken.Add(name)) return name;
        }
    }

    static string Stem(string title)
    {
        var (clean, length) = (new StringBuilder(), 0);
        foreach (var rune in title.EnumerateRunes())
        {
            length += rune.Utf8SequenceLength;
            if (length > Longest) break;
            clean.Append(IsUsable(rune) ? rune.ToString() : "-");
        }
        // Windows does not keep points and spaces at the end, and at the beginning a point hides a file
        var stem = clean.ToString().Trim(' ', '.');
        return stem.Length == 0 ? "-" : devices.Contains(stem.Split('.')[0].TrimEnd(' ')) ? $"_{stem}" : stem;
    }

    static bool IsUsable(Rune rune) => !(rune.IsBmp && forbidden.Contains((char)rune.Value)) && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
