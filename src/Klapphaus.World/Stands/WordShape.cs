using System.Text;

namespace Klapphaus.World.Stands;

/// <summary>
/// What a word is when case, accents, spaces and signs are left out and umlauts are written out. The table is our own: the runtime decomposes letters only
/// where it has the data of ICU.
/// </summary>
static class WordShape
{
    /// <summary>Shorter words are only ever the same or not; of longer ones one slip of the pen is let pass, and two of long ones.</summary>
    const int OneSlip = 8;
    const int TwoSlips = 12;

    /// <summary>Shorter pieces, such as "im" and "der", say nothing of the matter.</summary>
    const int ShortestPiece = 4;

    static readonly string[] letters = ["aáàâãåā", "eéèêëē", "iíìîïī", "oóòôõøō", "uúùûūů", "cçćč", "nñń", "sśšş", "zžźż", "yýÿ", "lł", "gğ"];

    /// <summary>The longest first; what remains is long enough to be told by.</summary>
    static readonly string[] endings = ["ern", "en", "er", "em", "es", "e", "n", "s"];

    static readonly char[] gaps = [' ', '-', '–', '/', ',', '.', '&', '(', ')'];

    /// <summary>Two words of the same shape are the same word.</summary>
    public static string Of(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) Add(shape, Rune.ToLowerInvariant(rune));
        return shape.ToString();
    }

    /// <summary>Whether people may well mean the same: but for endings, slips of the pen, or further words beside it.</summary>
    public static bool AreAlike(string one, string two)
    {
        var (left, right) = (Stems(one), Stems(two));
        if (left.Count == 0 || right.Count == 0) return Of(one) == Of(two);
        var (all, other) = (string.Concat(left), string.Concat(right));
        return left.TrueForAll(right.Contains) || right.TrueForAll(left.Contains) || Slips(all, other) <= Allowed(Math.Min(all.Length, other.Length));
    }

    static int Allowed(int length) => length >= TwoSlips ? 2 : length >= OneSlip ? 1 : 0;

    static List<string> Stems(string text) =>
        [.. text.Split(gaps, StringSplitOptions.RemoveEmptyEntries).Select(Of).Where(piece => piece.Length >= ShortestPiece).Select(Stem)];

    /// <summary>Plurals change the vowel as well as the ending: Leerstand, Leerstände.</summary>
    static string Stem(string piece)
    {
        var plain = piece.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);
        var ending = Array.Find(endings, e => plain.EndsWith(e, StringComparison.Ordinal) && plain.Length - e.Length >= ShortestPiece) ?? "";
        return plain[..^ending.Length];
    }

    static void Add(StringBuilder shape, Rune rune)
    {
        switch (rune.Value)
        {
            case 'ä' or 'æ': shape.Append("ae"); break;
            case 'ö': shape.Append("oe"); break;
            case 'ü': shape.Append("ue"); break;
            case 'ß': shape.Append("ss"); break;
            case 0x308 when shape.Length > 0 && shape[^1] is 'a' or 'o' or 'u': shape.Append('e'); break; // two points that were written by themselves
            default:
                if (!Rune.IsLetterOrDigit(rune)) break;
                if (rune.IsBmp && Array.Find(letters, row => row.Contains((char)rune.Value)) is [var plain, ..]) shape.Append(plain);
                else shape.Append(rune.ToString());
                break;
        }
    }

    /// <summary>How many letters have to be put in, taken out or exchanged to make one of the other.</summary>
    static int Slips(string one, string two)
    {
        var row = Enumerable.Range(0, two.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= two.Length; j++)
            {
                var exchanged = diagonal + (one[i - 1] == two[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
