using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Miscellaneous;

namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>
/// Takes a text apart into words in their plain form: small letters without marks, ä, ae and a alike, ß as ss. Whatever is neither letter nor digit parts
/// two words: <c>Händler:innen</c> are two, so that they are found as <c>Händler</c>.
/// </summary>
static class WordReader
{
    /// <summary>Of a longer word, which is none, only the beginning counts.</summary>
    public const int LongestWord = 64;

    /// <summary>A letter becomes at most four: a ligature of three, and one to spare.</summary>
    const int MostForOne = 4;

    public static List<RawWord> Read(string text)
    {
        var words = new List<RawWord>();
        var letters = new char[LongestWord];
        var plain = new char[MostForOne * LongestWord];
        int start = -1, end = 0, count = 0;
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var used);
            if (Rune.IsLetterOrDigit(rune))
            {
                if (start < 0) start = at;
                var small = Rune.ToLowerInvariant(rune);
                if (count + small.Utf16SequenceLength <= LongestWord) count += small.EncodeToUtf16(letters.AsSpan(count));
                end = at + used;
            }
            else if (start >= 0 && IsSilent(rune))
            {
                end = at + used;
            }
            else if (start >= 0)
            {
                words.Add(new(start, end - start, Plain(letters, count, plain)));
                (start, count) = (-1, 0);
            }
            at += used;
        }
        if (start >= 0) words.Add(new(start, end - start, Plain(letters, count, plain)));
        return words;
    }

    /// <summary>The plain form of what is one word; of several, they are put together.</summary>
    public static string PlainOf(string word) => string.Concat(Read(word).Select(w => w.Plain));

    /// <summary>Marks that stand by themselves (as in names of files from a Mac), soft hyphens and joiners are within a word and are not heard.</summary>
    static bool IsSilent(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    static string Plain(char[] letters, int count, char[] plain)
    {
        var length = ASCIIFoldingFilter.FoldToASCII(letters, 0, plain, 0, count);
        return new(plain, 0, WithoutUmlautE(plain.AsSpan(0, length)));
    }

    /// <summary>
    /// Leaves out the e of ae, oe, ue, and returns the new length. Behind a vowel or q these are no umlaut: neue, Bauer and Quelle keep their e.
    /// Poet and aktuell lose it wherever they are written, and so are found all the same.
    /// </summary>
    static int WithoutUmlautE(Span<char> word)
    {
        var kept = 0;
        var (canBegin, hasBegun) = (true, false);
        foreach (var raw in word)
        {
            var letter = char.ToLowerInvariant(raw);
            if (letter == 'e' && hasBegun)
            {
                (canBegin, hasBegun) = (false, false);
                continue;
            }
            hasBegun = canBegin && letter is ('a' or 'o' or 'u');
            canBegin = letter is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'q');
            word[kept++] = letter;
        }
        return kept;
    }
}
