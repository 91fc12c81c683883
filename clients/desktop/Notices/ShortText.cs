namespace Klapphaus.Desktop.Notices;

/// <summary>A text that is no longer than there is room for it.</summary>
static class ShortText
{
    /// <param name="text">In one piece.</param>
    /// <param name="longest">So many letters stay; "…" says that there were more.</param>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest) return text;
        // not between the two halves of one sign
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return $"{text.AsSpan(0, end).TrimEnd()}…";
    }
}
