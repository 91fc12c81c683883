using System.Globalization;
using System.Text;

namespace Klapphaus.World.Files;

/// <summary>
/// Names of files, as they are shown and as a download is called. They come from outside and never become a path: what would be one is taken out, and what
/// cannot be seen or turns the text around. The ending is that of the content.
/// </summary>
public static class FileName
{
    /// <summary>Characters, with the ending.</summary>
    public const int Longest = 100;

    /// <summary>In UTF-8, before the ending: file systems take 255.</summary>
    const int MostBytes = 200;

    /// <summary>What a file is called that has no usable name.</summary>
    const string Nameless = "Datei";

    /// <summary>Windows takes these for devices, whatever their ending.</summary>
    static readonly string[] devices = ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })];

    /// <summary>The name as it is shown.</summary>
    /// <param name="raw">As somebody's machine calls it.</param>
    /// <param name="kind">What it is by its content.</param>
    public static string Clean(string? raw, FileKind kind)
    {
        var name = Visible(raw ?? "");
        var ending = kind.Endings().FirstOrDefault(e => EndsIn(name, e)) ?? kind.Endings()[0];
        if (FileKinds.All.SelectMany(k => k.Endings()).FirstOrDefault(e => EndsIn(name, e)) is { } old) name = name[..^old.Length];
        name = Cut(name.Trim('.', ' '), Longest - ending.Length).TrimEnd('.', ' ');
        if (name.Length == 0) name = Nameless;
        if (devices.Contains(name.Split('.')[0], StringComparer.OrdinalIgnoreCase)) name = "_" + name;
        return name + ending;
    }

    /// <summary>The last part of what may be a path, on one line.</summary>
    static string Visible(string raw)
    {
        var name = new StringBuilder();
        foreach (var rune in raw[(raw.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) name.Append(' ');
            else if (rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*') name.Append('-');
            else if (!IsHidden(rune)) name.Append(rune.ToString());
        }
        return string.Join(' ', name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    static bool EndsIn(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    static string Cut(string name, int longest)
    {
        var (characters, bytes, kept) = (0, 0, 0);
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (++characters > longest || bytes > MostBytes) break;
            kept += rune.Utf16SequenceLength;
        }
        return name[..kept];
    }
}
