using System.Globalization;
using System.Text;

namespace Klapphaus.Desktop.Text;

/// <summary>
/// Makes text fit for a terminal. What others have written is shown and never obeyed: escape sequences go as a whole, and with them everything that moves the cursor,
/// turns the direction of writing or hides in a name.
/// </summary>
static class TerminalText
{
    /// <summary>Stands between lines that were made one; two of them say that a line was left empty.</summary>
    public const string LineBreak = " / ";

    const char Escape = '\e', Bell = '\a', StringEnd = '\u009c', Joiner = '\u200d', NonJoiner = '\u200c';

    /// <summary>No letter of any language carries more; towers of accents would cover the lines above.</summary>
    const int MostMarks = 4;

    /// <summary>As one line.</summary>
    public static string Line(string? text) => string.Join(LineBreak, Lines(text).Select(line => line.Trim())).Trim();

    /// <summary>As a part of a line, with the spaces around it; where lines end there is one.</summary>
    public static string Piece(string? text) => string.Join(' ', Lines(text));

    /// <summary>Line by line.</summary>
    public static string[] Lines(string? text) => string.IsNullOrEmpty(text) ? [""] : Strip(text).Split('\n');

    static string Strip(string text)
    {
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        for (var at = 0; at < text.Length;)
        {
            if (SequenceLength(text, at) is > 0 and var length)
            {
                at += length;
                continue;
            }
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                // Half of a pair: no character, and some terminals choke on it.
                clean.Append('\ufffd');
                at++;
                continue;
            }
            at += rune.Utf16SequenceLength;
            // A return before a line feed is the same end of a line.
            if (rune.Value == '\r' && at < text.Length && text[at] == '\n')
                continue;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks <= MostMarks)
                Append(clean, rune);
        }
        return clean.ToString();
    }

    static void Append(StringBuilder clean, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control when rune.Value is '\n' or '\r' or '\v' or '\f' or '\u0085':
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                clean.Append('\n');
                break;
            case UnicodeCategory.Control when rune.Value is '\t':
            case UnicodeCategory.SpaceSeparator:
                clean.Append(' ');
                break;
            case UnicodeCategory.Control:
            // Directions, soft hyphens, tags: nothing to be seen. Joiners hold letters and pictures together.
            case UnicodeCategory.Format when rune.Value is not (Joiner or NonJoiner):
                break;
            default:
                clean.Append(rune);
                break;
        }
    }

    static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>How long the escape sequence is that begins here; 0 for none.</summary>
    static int SequenceLength(string text, int at) => text[at] switch
    {
        Escape when at + 1 == text.Length => 1,
        Escape => text[at + 1] switch
        {
            '[' => 2 + ControlLength(text, at + 2),
            ']' or 'P' or 'X' or '^' or '_' => 2 + StringLength(text, at + 2),
            _ => 1 + ShortLength(text, at + 1),
        },
        '\u009b' => 1 + ControlLength(text, at + 1),
        '\u0090' or '\u0098' or '\u009d' or '\u009e' or '\u009f' => 1 + StringLength(text, at + 1),
        _ => 0,
    };

    /// <summary>Numbers, signs, and the letter that says what they are for.</summary>
    static int ControlLength(string text, int start)
    {
        var at = start;
        while (at < text.Length && text[at] is >= ' ' and <= '?')
            at++;
        return at < text.Length && text[at] is >= '@' and <= '~' ? at + 1 - start : at - start;
    }

    /// <summary>Words for the terminal itself, up to their end. Without an end it is only the beginning that goes: it swallows no text behind it.</summary>
    static int StringLength(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] is Bell or StringEnd)
                return at + 1 - start;
            if (text[at] == Escape)
                return at + 1 < text.Length && text[at + 1] == '\\' ? at + 2 - start : 0;
        }
        return 0;
    }

    static int ShortLength(string text, int start)
    {
        var at = start;
        while (at < text.Length && text[at] is >= ' ' and <= '/')
            at++;
        return at < text.Length && text[at] is >= '0' and <= '~' ? at + 1 - start : at - start;
    }
}
