using System.Text;

namespace Klapphaus.Desktop.Text;

/// <summary>Names for files whose names somebody else has given: they lead into no other folder, replace nothing, and mean nothing to the system.</summary>
static class FreeName
{
    const int Longest = 120;

    /// <summary>File systems count bytes, mostly up to 255; a number behind the name still fits.</summary>
    const int MostBytes = 240;

    // Those of Windows count everywhere: what is saved here may be copied there.
    static readonly HashSet<char> unusable = [.. Path.GetInvalidFileNameChars(), '/', '\\', ':', '*', '?', '"', '<', '>', '|'];

    static readonly HashSet<string> devices =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })];

    /// <summary>A path in that folder at which nothing is yet.</summary>
    public static string In(string folder, string name)
    {
        var safe = Of(name);
        var path = Path.Combine(folder, safe);
        for (var number = 2; Path.Exists(path); number++)
            path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(safe)} ({number}){Path.GetExtension(safe)}");
        return path;
    }

    /// <summary>The name without what makes it more than a name.</summary>
    public static string Of(string name)
    {
        var safe = string.Concat(TerminalText.Line(name).Select(letter => unusable.Contains(letter) ? '_' : letter)).Trim(' ', '.');
        var ending = Path.GetExtension(safe);
        if (ending.Length > Longest / 4)
            ending = "";
        var stem = safe[..^ending.Length];
        if (stem.Length + ending.Length > Longest || Encoding.UTF8.GetByteCount(safe) > MostBytes)
            stem = Shortened(stem, Longest - ending.Length, MostBytes - Encoding.UTF8.GetByteCount(ending)).TrimEnd(' ', '.');
        return stem.Length == 0 || devices.Contains(Fold.Plain(stem)) ? $"_{stem}{ending}" : stem + ending;
    }

    /// <summary>As much of the beginning as fits; no character is cut in half.</summary>
    static string Shortened(string stem, int most, int mostBytes)
    {
        var (length, bytes) = (0, 0);
        foreach (var rune in stem.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (length + rune.Utf16SequenceLength > most || bytes > mostBytes)
                break;
            length += rune.Utf16SequenceLength;
        }
        return stem[..length];
    }
}
