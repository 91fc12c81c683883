using System.Globalization;
using System.Text;

namespace Klapphaus.World.Conversations;

/// <summary>What may be written: any script, in one normal form, without characters that cannot be seen or that turn the text around.</summary>
public static class Wording
{
    public const int LongestText = 1_000;
    public const int LongestTopic = 80;
    public const int LongestReason = 500;
    public const int LongestLine = 200;

    public static IReadOnlySet<string> Reactions { get; } = new HashSet<string>(StringComparer.Ordinal) { "clap", "agree", "laugh", "heart", "question" };

    /// <summary>A text as it is shown, lines kept; null when there is nothing to show, or too much.</summary>
    public static string? Text(string raw) => Clean(raw, LongestText, lines: true) is { Length: > 0 } text ? text : null;

    /// <summary>A topic as it is shown, on one line, empty for none; null when it is too long.</summary>
    public static string? Topic(string raw) => Clean(raw, LongestTopic, lines: false);

    /// <summary>Why something was done, as it is shown, empty for none; null when it is too long.</summary>
    public static string? Reason(string raw) => Clean(raw, LongestReason, lines: true);

    /// <summary>A short answer as it is shown, on one line, empty for none; null when it is too long.</summary>
    public static string? Line(string raw) => Clean(raw, LongestLine, lines: false);

    /// <summary>Any text as it is shown, on several lines or on one, empty for none; null when it is too long.</summary>
    internal static string? Clean(string raw, int longest, bool lines)
    {
        if (raw.Length > 4 * longest) return null; // normalising is not free
        var clean = new StringBuilder(raw.Length);
        foreach (var rune in raw.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t') clean.Append(lines ? (char)rune.Value : ' ');
            else if (!IsHidden(rune)) clean.Append(rune.ToString());
        }
        var text = clean.ToString().Normalize(NormalizationForm.FormC).Trim();
        return text.Length > longest ? null : text;
    }

    /// <summary>Joiners are part of emoji and of some scripts; whatever else cannot be seen could reorder or hide what stands beside it.</summary>
    static bool IsHidden(Rune rune) => rune.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
