using Klapphaus.Server.Stands.Search.Words;

namespace Klapphaus.Server.Stands.Search;

/// <summary>Cuts the piece out of a text that shows best why it was found.</summary>
static class Snippet
{
    /// <summary>Two lines of a list.</summary>
    public const int Longest = 160;

    /// <summary>So much of what stands before the first word is shown, so that one can read into it.</summary>
    const int Before = 40;

    /// <param name="text">The text.</param>
    /// <param name="found">Its words that were looked for, at least one, in the order in which they stand there.</param>
    public static MatchReason Of(IndexedText text, Word[] found)
    {
        if (text.Text.Length <= Longest) return new(text.Field, text.Text, Ranges(found, 0, text.Text.Length), CutBefore: false, CutAfter: false);
        var best = Best(found);
        var start = BeginningBefore(text, best);
        var end = EndBehind(text, best, start);
        return new(text.Field, text.Text[start..end], Ranges(found, start, end), CutBefore: start > 0, CutAfter: end < text.Text.Length);
    }

    /// <summary>The first word of the piece that has the most of them.</summary>
    static Word Best(Word[] found)
    {
        var (best, most, last) = (found[0], 0, 0);
        for (var first = 0; first < found.Length; first++)
        {
            while (last < found.Length && found[last].End <= found[first].Start + Longest - Before) last++;
            if (last - first <= most) continue;
            (best, most) = (found[first], last - first);
        }
        return best;
    }

    /// <summary>No word is cut in two at the beginning.</summary>
    static int BeginningBefore(IndexedText text, Word best)
    {
        if (best.Start <= Before) return 0;
        return text.Words.First(w => w.Start >= best.Start - Before).Start;
    }

    /// <summary>Nor at the end, unless a single word is longer than the piece; a sign of two halves never is.</summary>
    static int EndBehind(IndexedText text, Word best, int start)
    {
        var most = Math.Min(text.Text.Length, start + Longest);
        if (most == text.Text.Length) return most;
        var last = text.Words.Last(w => w.Start <= best.Start || w.End <= most);
        return last.End <= most ? last.End : char.IsHighSurrogate(text.Text[most - 1]) ? most - 1 : most;
    }

    static TextRange[] Ranges(Word[] found, int start, int end) =>
        [.. found.Where(w => w.Start >= start && w.Start < end).Select(w => new TextRange(w.Start - start, Math.Min(w.End, end) - w.Start))];
}
