namespace Klapphaus.Desktop.Text;

/// <summary>A line that was typed: a word, and what stands behind it.</summary>
/// <param name="Word">Without the slash that may stand before it; empty for an empty line.</param>
/// <param name="Rest">Without spaces around it.</param>
readonly record struct TypedLine(string Word, string Rest)
{
    public static TypedLine Parse(string line)
    {
        // What was pasted into a terminal is no better than what others write.
        var clean = TerminalText.Line(line).TrimStart('/').Trim();
        var end = clean.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? new(clean, "") : new(clean[..end], clean[(end + 1)..].Trim());
    }

    /// <summary>"Bo Berger: bitte leiser" in two; without a colon there is no second part.</summary>
    public static (string Head, string Text) AtColon(string rest)
    {
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (rest.Trim(), "") : (rest[..colon].Trim(), rest[(colon + 1)..].Trim());
    }

    /// <summary>"Bo Berger nach Halle" in two, at the first of these words that stands between spaces; the second part is null when none does.</summary>
    public static (string Head, string? Target) AtWord(string rest, params ReadOnlySpan<string> separators)
    {
        foreach (var separator in separators)
        {
            var at = rest.IndexOf($" {separator} ", StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                return (rest[..at].Trim(), rest[(at + separator.Length + 2)..].Trim());
        }
        return (rest.Trim(), null);
    }
}
