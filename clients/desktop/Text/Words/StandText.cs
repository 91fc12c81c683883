using System.Net;
using System.Text;

namespace Klapphaus.Desktop.Text;

/// <summary>The text of a stand, which the house gives as safe HTML, line by line for a terminal. What it does not know it reads over, and it believes nothing of it.</summary>
sealed class StandText
{
    readonly List<string> lines = [];
    readonly StringBuilder line = new();
    readonly Stack<int> lists = new();
    string lead = "", link = "";

    StandText()
    {
    }

    /// <summary>Headings, paragraphs, entries and quotations each on a line of their own, made fit for a terminal.</summary>
    public static IReadOnlyList<string> Of(string html)
    {
        var text = new StandText();
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
                open = html.Length;
            text.Write(html[at..open]);
            var close = open < html.Length ? html.IndexOf('>', open) : -1;
            if (close < 0)
                break;
            text.Heed(html[(open + 1)..close]);
            at = close + 1;
        }
        text.End();
        return text.lines;
    }

    void Write(string encoded)
    {
        // Decoded first: a character may have been hidden in its number.
        foreach (var letter in TerminalText.Piece(WebUtility.HtmlDecode(encoded)))
        {
            if (letter != ' ')
                line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
    }

    void Heed(string tag)
    {
        var isEnd = tag.StartsWith('/');
        var name = string.Concat(tag.TrimStart('/').TakeWhile(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        switch (name)
        {
            case "br" or "p" or "div" or "hr" or "pre":
                End();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                End();
                lead = isEnd ? "" : "# ";
                break;
            case "blockquote":
                End();
                lead = isEnd ? "" : "> ";
                break;
            case "ul" or "ol":
                End();
                if (!isEnd)
                    lists.Push(name == "ol" ? 0 : -1);
                else
                    lists.TryPop(out _);
                break;
            case "li":
                End();
                lead = isEnd ? "" : Bullet();
                break;
            case "a":
                HeedLink(tag, isEnd);
                break;
        }
    }

    string Bullet()
    {
        if (!lists.TryPop(out var count) || count < 0)
        {
            lists.Push(-1);
            return "- ";
        }
        lists.Push(count + 1);
        return $"{count + 1}. ";
    }

    /// <summary>Where a link leads is written behind it: nobody follows one blindly.</summary>
    void HeedLink(string tag, bool isEnd)
    {
        if (isEnd && link.Length > 0)
            Write($" ({link})");
        const string attribute = "href=\"";
        var start = isEnd ? -1 : tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : tag.IndexOf('"', start + attribute.Length);
        link = end < 0 ? "" : tag[(start + attribute.Length)..end];
    }

    void End()
    {
        var written = line.ToString().Trim();
        line.Clear();
        if (written.Length > 0)
            lines.Add(lead + written);
        // An entry's next paragraph is part of it, and no entry of its own.
        lead = lead.Length > 0 && written.Length > 0 && lead != "> " ? "" : lead;
    }
}
