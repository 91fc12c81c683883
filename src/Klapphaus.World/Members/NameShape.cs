using System.Globalization;
using System.Text;

namespace Klapphaus.World.Members;

/// <summary>
/// What a name looks like at a glance. Two names of one skeleton can be taken for each other: case, marks, spaces and signs are left out, and letters that
/// look alike count as one. It is for comparing only: Müller stays Müller wherever it is shown.
/// </summary>
public static class NameShape
{
    /// <summary>The skeleton of a whole name; empty when it has neither letter nor digit.</summary>
    public static string SkeletonOf(string name)
    {
        var skeleton = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes()) skeleton.Append(LookAlikes.Of(rune));
        return Joined(skeleton);
    }

    /// <summary>
    /// Whether people would take somebody of that name for what it is not: for the house or one of those who look after it, unless it is one of them; or for
    /// somebody else, by a word in which letters of another alphabet stand among Latin ones.
    /// </summary>
    public static bool Misleads(string name, Role role) => MixesAlphabets(name) || role < Role.Moderator && SoundsLikeStaff(name);

    static bool MixesAlphabets(string name)
    {
        var (latin, foreign) = (false, false);
        foreach (var rune in name.EnumerateRunes())
        {
            if (EndsAWord(rune)) (latin, foreign) = (false, false);
            var plain = LookAlikes.Plain(rune);
            if (Rune.IsLetter(plain)) (latin, foreign) = (latin || Alphabets.IsLatin(plain), foreign || Alphabets.HasLatinLookAlikes(plain));
            if (latin && foreign) return true;
        }
        return false;
    }

    /// <summary>An apostrophe or a point is within a word: who writes <c>О’Brien</c> with a Cyrillic letter means to deceive.</summary>
    static bool EndsAWord(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value is '/' or ',' or ';' or ':' or '&' or '+' or '|' || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation;

    /// <summary>With digits read as letters (<c>M0derator</c>), and with digits left out (<c>Moderator2</c>).</summary>
    static bool SoundsLikeStaff(string name) => HasAStaffWord(Pieces(name, readDigits: true)) || HasAStaffWord(Pieces(name, readDigits: false));

    /// <summary>Several pieces in a row can be a word, too: <c>Mo de ra tor</c>, <c>Veranstalter:in</c>.</summary>
    static bool HasAStaffWord(List<string> pieces)
    {
        var word = new StringBuilder();
        for (var first = 0; first < pieces.Count; first++)
        {
            word.Clear();
            for (var last = first; last < pieces.Count && word.Length < StaffWords.Longest; last++)
                if (StaffWords.Contains(Joined(new StringBuilder().Append(word.Append(pieces[last]))))) return true;
        }
        return false;
    }

    /// <summary>What stands between spaces and signs, each piece in letters as they look.</summary>
    static List<string> Pieces(string name, bool readDigits)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) continue;
            var look = readDigits || !Rune.IsNumber(rune) ? LookAlikes.Of(rune) : "";
            if (look.Length > 0)
            {
                piece.Append(look);
                continue;
            }
            if (piece.Length > 0) pieces.Add(piece.ToString());
            piece.Clear();
        }
        if (piece.Length > 0) pieces.Add(piece.ToString());
        return pieces;
    }

    /// <summary>Pairs of letters that look like one.</summary>
    static string Joined(StringBuilder letters) => letters.Replace("rn", "m").Replace("vv", "w").ToString();
}
