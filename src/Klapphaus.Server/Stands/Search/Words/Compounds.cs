using System.Collections.Frozen;

namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>
/// Takes German compounds apart, so that Leerstandsmanagement is found by Leerstand and by Management. Only at words of the field (<see cref="FieldWords"/>):
/// a part that is in no word list would as often as not be none, like the Ort in Sport.
/// </summary>
static class Compounds
{
    const int ShortestCompound = 6;

    /// <summary>A longer word is nobody's.</summary>
    const int LongestCompound = 60;

    const int ShortestPart = 3;

    /// <summary>Beside a part that nobody knows, the known one has to be this long and the unknown one <see cref="ShortestUnknown"/>.</summary>
    const int ShortestKnown = 5;
    const int ShortestUnknown = 4;

    /// <summary>What joins two parts.</summary>
    static readonly string[] joints = ["", "s", "es", "n", "en", "er", "e"];

    static readonly FrozenSet<string> words = FieldWords.All.Select(WordReader.PlainOf).ToFrozenSet();
    static readonly FrozenSet<string> stems = words.Select(GermanStem.Of).ToFrozenSet();
    static readonly int longest = words.Max(w => w.Length);

    /// <summary>The stems of its parts; none when it is no compound, or one that counts as a word of its own.</summary>
    /// <param name="plain">The plain form of a word.</param>
    public static IReadOnlyList<string> PartsOf(string plain)
    {
        if (plain.Length is < ShortestCompound or > LongestCompound || IsWord(plain)) return [];
        var parts = new List<string>();
        return TryCover(plain, parts, new bool[plain.Length]) || TryBeginning(plain, parts) || TryEnd(plain, parts) ? [.. parts.Select(GermanStem.Of).Distinct()] : [];
    }

    /// <summary>In any of its forms.</summary>
    static bool IsWord(string plain) => words.Contains(plain) || stems.Contains(GermanStem.Of(plain));

    /// <summary>All of it is known words; the longest are tried first.</summary>
    /// <param name="rest">What is to be covered.</param>
    /// <param name="parts">What has been so far.</param>
    /// <param name="failed">By the length of a rest, that it cannot be: words can be cut in many ways, and each rest is tried once.</param>
    static bool TryCover(string rest, List<string> parts, bool[] failed)
    {
        if (failed[rest.Length - 1]) return false;
        for (var length = Math.Min(longest, rest.Length - ShortestPart); length >= ShortestPart; length--)
        {
            var part = rest[..length];
            if (!words.Contains(part)) continue;
            parts.Add(part);
            foreach (var joint in joints)
            {
                if (!rest.AsSpan(length).StartsWith(joint)) continue;
                var tail = rest[(length + joint.Length)..];
                if (tail.Length < ShortestPart) continue;
                if (IsWord(tail))
                {
                    parts.Add(tail);
                    return true;
                }
                if (TryCover(tail, parts, failed)) return true;
            }
            parts.RemoveAt(parts.Count - 1);
        }
        failed[rest.Length - 1] = true;
        return false;
    }

    /// <summary>It begins with a known word, like Leerstandslotse; it may also end with one, like Kreislaufwirtschaft.</summary>
    static bool TryBeginning(string plain, List<string> parts)
    {
        for (var length = Math.Min(longest, plain.Length - ShortestUnknown); length >= ShortestKnown; length--)
        {
            if (!words.Contains(plain[..length])) continue;
            var tail = plain[length] == 's' && plain.Length - length > ShortestUnknown ? plain[(length + 1)..] : plain[length..];
            parts.Add(plain[..length]);
            if (!TryEnd(tail, parts)) parts.Add(tail);
            return true;
        }
        return false;
    }

    /// <summary>It ends with a known word: Markt in Bauernmarkt.</summary>
    static bool TryEnd(string plain, List<string> parts)
    {
        for (var start = ShortestUnknown; start <= plain.Length - ShortestKnown; start++)
        {
            if (!IsWord(plain[start..])) continue;
            parts.AddRange([plain[..start], plain[start..]]);
            return true;
        }
        return false;
    }
}
